import { useTranslation } from 'react-i18next';

/** Texts of the page for extra lessons; they come with it. */
export const useExtraTexts = () => useTranslation('extra');
