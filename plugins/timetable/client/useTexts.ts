import { useTranslation } from 'react-i18next';

/** The texts of this plugin's pages. */
export const useTexts = () => useTranslation('timetable', { keyPrefix: 'client' });

/** Translates a key below `client` of this plugin's locales. */
export type Texts = ReturnType<typeof useTexts>['t'];
