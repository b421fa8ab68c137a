interface Apart {
  readonly oneId: string;
  readonly otherId: string;
}

/**
 * A family's people on as few pages as may be handed out: the first, the student, is on each; guardians who must not
 * find each other's contacts are never on one page.
 */
export function pagesOf<P extends { readonly personId: string }>(
  [student, ...guardians]: readonly P[],
  separations: readonly Apart[],
): readonly (readonly P[])[] {
  if (!student) return [];
  const pages: P[][] = [];
  const areApart = (one: P, other: P): boolean =>
    separations.some(
      ({ oneId, otherId }) =>
        (oneId === one.personId && otherId === other.personId) ||
        (oneId === other.personId && otherId === one.personId),
    );
  for (const guardian of guardians) {
    const page = pages.find((people) => !people.some((other) => areApart(guardian, other)));
    if (page) page.push(guardian);
    else pages.push([guardian]);
  }
  return pages.length === 0 ? [[student]] : pages.map((page) => [student, ...page]);
}
