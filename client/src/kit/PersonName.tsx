import { useTranslation } from 'react-i18next';

export interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

/** Family name first in Russian lists, given name first elsewhere. */
export const personName = ({ givenName, familyName }: Named, language: string): string =>
  (language === 'ru' ? `${familyName} ${givenName}` : `${givenName} ${familyName}`).trim();

/** A person as the reader's language names people. */
export function PersonName({ person }: { readonly person: Named }) {
  const { i18n } = useTranslation();
  return <>{personName(person, i18n.language)}</>;
}
