import { useTranslation } from 'react-i18next';

/** The texts of the pages of conversations; they come with these pages. */
export const useTexts = () => useTranslation('conversations');
