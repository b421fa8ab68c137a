import { useTranslation } from 'react-i18next';

/** The name under which the texts of these pages come. */
const texts = 'forum-pages';

/** The texts of this plugin's pages. */
export const useTexts = () => useTranslation(texts);

export type Texts = ReturnType<typeof useTexts>['t'];
