import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { PeopleApi } from '../../people/api.ts';
import { accessAroundStudents } from '../access/accessChanges.ts';
import { mustEditSchool } from '../access/wholeSchool.ts';
import type { YearItem } from '../domain/yearPlan.ts';
import { decideUndo } from '../domain/yearUndo.ts';
import { yearUndone } from '../events.ts';
import { yearChangeNotLatest, yearChangeUndone, yearChangeUnknown } from '../problems.ts';
import { yearPresent } from '../queries/yearPresent.ts';
import { updateManyRevised } from '../store/revised.ts';
import { insertStays } from '../store/writeStays.ts';
import {
  coursesBeside,
  deleteStays,
  itemsOfChange,
  lockActiveGroups,
  lockYearChange,
  markKept,
  markUndone,
  setUntil,
  yearChanges,
} from '../store/yearChanges.ts';
import { renameSubgroups, stayOf, tellOf } from './changeYear.ts';

/** Takes the latest change of year back, but for what somebody has changed since: that stays, and is listed. */
export const undoYear =
  (people: PeopleApi) =>
  async (scope: WriteScope, id: string): Promise<void> => {
    mustEditSchool(scope);
    await lockActiveGroups(scope.db);
    const change = await lockYearChange(scope.db, id);
    if (!change) throw new Problem(yearChangeUnknown, { id });
    if (change.undoneAt) throw new Problem(yearChangeUndone);
    const latest = (await yearChanges(scope.db, 100)).find(({ undoneAt }) => undoneAt === null);
    if (latest?.id !== id) throw new Problem(yearChangeNotLatest);
    const items = await itemsOfChange(scope.db, id);
    const { restore, keep } = decideUndo(items, await yearPresent(scope, items));
    await restoreItems(scope, people, restore);
    const kept = new Set(keep);
    await markKept(
      scope.db,
      items.filter((item) => kept.has(item)).map((item) => item.id),
    );
    await markUndone(scope.db, id, scope.now);
    scope.emit(yearUndone, { changeId: id });
  };

async function restoreItems(scope: WriteScope, people: PeopleApi, items: readonly YearItem[]): Promise<void> {
  const of = (kind: YearItem['kind']) => items.filter((one) => one.kind === kind);
  const before = ({ entityId, before: values }: YearItem) => ({ ...values, id: entityId });
  const arrivals = of('arrival');
  const students = [...new Set([...of('member'), ...arrivals, ...of('grade')].map(({ entityId }) => entityId))];
  await accessAroundStudents(scope, students);
  await deleteStays(scope.db, 'member', arrivals.map(stayOf));
  await updateManyRevised(scope.db, 'school_group', of('group').map(before));
  await renameSubgroups(scope, of('subgroup').map(before));
  await people.setGrades(
    scope,
    of('grade').map(({ entityId, before: values }) => ({ personId: entityId, grade: Number(values?.grade) })),
  );
  await updateManyRevised(scope.db, 'school_course', of('course').map(before));
  for (const kind of ['part', 'member', 'tutor'] as const) {
    const stays = of(kind);
    const gone = stays.filter(({ after }) => after === null).map(stayOf);
    if (gone.length > 0) await insertStays(scope.db, kind === 'part' ? 'subgroup' : kind, gone);
    await setUntil(scope.db, kind, stays.filter(({ after }) => after !== null).map(stayOf));
  }
  await accessAroundStudents(scope, students);
  const courses = await coursesBeside(
    scope.db,
    of('course').map(({ entityId }) => entityId),
  );
  tellOf(scope, items, new Map(courses.map(({ id, groupId }) => [id, groupId])));
}
