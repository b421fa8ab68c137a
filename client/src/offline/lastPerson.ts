const storageKey = 'tutoria.person';

/** Whose things this device keeps; undefined after signing out, and where nothing can be kept. */
export function lastPerson(): string | undefined {
  try {
    return localStorage.getItem(storageKey) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberPerson(personId: string | undefined): void {
  try {
    if (personId) localStorage.setItem(storageKey, personId);
    else localStorage.removeItem(storageKey);
  } catch {
    // A browser that keeps nothing does not open without a line either.
  }
}
