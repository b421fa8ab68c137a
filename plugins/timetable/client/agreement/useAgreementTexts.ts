import { useTranslation } from 'react-i18next';

/** The texts that come with the pages on which home schools agree. */
export const useAgreementTexts = () => useTranslation('agreement');
