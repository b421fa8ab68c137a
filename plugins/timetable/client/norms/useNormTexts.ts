import { useTranslation } from 'react-i18next';

/** Texts that only the page of norms shows; they come with it. */
export const useNormTexts = () => useTranslation('norms');
