import { useTranslation } from 'react-i18next';

/** Texts that only pages about meetings show; they come with those pages. */
export const useMeetingTexts = () => useTranslation('meetings');
