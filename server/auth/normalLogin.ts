/** Logins differ by more than capitals and the ways to compose a letter. */
export const normalLogin = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
