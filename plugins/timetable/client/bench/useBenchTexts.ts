import { useTranslation } from 'react-i18next';

/** Texts that only the workbench shows; they come with its pages. */
export const useBenchTexts = () => useTranslation('bench');
