import { folded } from '../../host/folded.ts';

const cyrillic = [...'абвгдежзиклмнопрстуфхцчшщъыьэюя'];
const latin = 'a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya'.split(' ');
const spelling = new Map(cyrillic.map((letter, at) => [letter, latin[at]]));

const plain = (name: string): string =>
  [...folded(name)]
    .map((letter) => spelling.get(letter) ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '');

/**
 * A login made of a name, for those without e-mail: `petya.ivanov`, then `petya.ivanov2` and so on. Latin letters
 * only, because a phone's keyboard has them in every language.
 */
export function suggestLogin(
  name: { readonly givenName: string; readonly familyName: string },
  taken: readonly string[],
): string {
  const base = [plain(name.givenName), plain(name.familyName)].filter(Boolean).join('.') || 'tutoria';
  const used = new Set(taken);
  for (let nth = 1; ; nth++) {
    const login = nth === 1 ? base.padEnd(3, '1') : `${base}${nth}`;
    if (!used.has(login)) return login;
  }
}

/** How all logins begin that such a name may lead to. */
export const loginPrefix = (name: { readonly givenName: string; readonly familyName: string }): string =>
  suggestLogin(name, []);
