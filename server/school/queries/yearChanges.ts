import type { ReadScope } from '../../host/scope.ts';
import type { PeopleApi } from '../../people/api.ts';
import { type YearChangeList, type YearChangeView, YearCounts } from '../schemas/year.ts';
import { coursesByIds } from '../store/courses.ts';
import { groupsByIds } from '../store/groups.ts';
import { itemsOfChange, type StoredItem, subgroupsByIds, yearChanges } from '../store/yearChanges.ts';

const shownChanges = 20;
const shownKept = 200;

/** Changes of year, newest first; only the latest that holds can be taken back. */
export async function listYearChanges(scope: ReadScope, people: PeopleApi): Promise<YearChangeList> {
  const changes = await yearChanges(scope.db, shownChanges);
  const authors = await people.peopleByIds(
    scope.db,
    changes.flatMap(({ madeById }) => madeById ?? []),
  );
  const nameOf = new Map(authors.map(({ id, name }) => [id, name]));
  const latest = changes.find(({ undoneAt }) => undoneAt === null);
  const items: YearChangeView[] = [];
  for (const { id, beginsOn, madeById, madeAt, undoneAt, countsJson } of changes)
    items.push({
      ...{ id, beginsOn },
      madeBy: madeById ? (nameOf.get(madeById) ?? null) : null,
      madeAt: madeAt.toISOString(),
      undoneAt: undoneAt?.toISOString() ?? null,
      counts: YearCounts.parse(countsJson),
      kept: undoneAt ? await keptOf(scope, people, await itemsOfChange(scope.db, id, true)) : [],
      may: { undo: id === latest?.id },
    });
  return { items };
}

async function keptOf(
  { db }: ReadScope,
  people: PeopleApi,
  items: readonly StoredItem[],
): Promise<YearChangeView['kept']> {
  const shown = items.slice(0, shownKept);
  const ids = shown.map(({ entityId }) => entityId);
  const names = new Map([
    ...(await people.peopleByIds(db, ids)).map(({ id, name }) => [id, name] as const),
    ...(await groupsByIds(db, ids)).map(({ id, name }) => [id, name] as const),
    ...(await subgroupsByIds(db, ids)).map(({ id, name }) => [id, name] as const),
    ...(await coursesByIds(db, ids)).map(
      ({ id, subjectName, groupName }) => [id, `${subjectName}, ${groupName}`] as const,
    ),
  ]);
  return shown.map(({ kind, entityId }) => ({ kind, name: names.get(entityId) ?? '–' }));
}
