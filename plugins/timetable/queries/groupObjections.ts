import type { ReadScope } from '../../../server/host/scope.ts';
import { draftsOf } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { publishTimetable } from '../permissions.ts';
import type { GroupObjections } from '../schemas/agreements.ts';
import { openObjectionsOfGroup } from '../store/agreements.ts';
import { objectionViews } from './agreementBriefs.ts';
import { namesOf } from './names.ts';

const mostShown = 50;

/** To what home schools object in a group's lessons, in the drafts that the actor composes, while nobody has answered. */
export async function groupObjections(scope: ReadScope, apis: Apis, groupId: string): Promise<GroupObjections> {
  const { db } = scope;
  await apis.school.groupAs(scope, publishTimetable, groupId);
  const open = await openObjectionsOfGroup(db, groupId, mostShown);
  const draftIds = open.map(({ draftId }) => draftId);
  const own = new Set((await draftsOf(apis.school, scope).whereIn('draft.id', draftIds)).map(({ id }) => id));
  const rows = open.filter(({ draftId }) => own.has(draftId));
  const names = await namesOf(apis, db, {
    people: rows.map(({ raisedById }) => raisedById),
    courses: rows.flatMap(({ courseId }) => courseId ?? []),
  });
  const viewOf = await objectionViews(scope, apis, rows, names);
  const schools = new Map((await apis.school.homeSchools(db)).map(({ id, name }) => [id, name]));
  return {
    items: rows.map((row) => ({
      draft: { id: row.draftId, name: row.draftName },
      homeSchoolName: schools.get(row.homeSchoolId) ?? '',
      objection: viewOf(row),
    })),
  };
}
