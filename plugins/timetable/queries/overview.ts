import { scopesOf } from '../../../server/access/actor.ts';
import type { Permission } from '../../../server/access/permission.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { dayRange, todayIn } from '../domain/lessons/dayRange.ts';
import { publishTimetable, seeLessons } from '../permissions.ts';
import type { Overview } from '../schemas/overview.ts';
import { countsOfLessons, countsOfOpenRequests, nextStarts, type Taught, teachersOfComing } from '../store/overview.ts';
import { namesOf } from './names.ts';

/** How the groups stand whom the actor looks after as staff; nothing for families. */
export async function overview(apis: Apis, scope: ReadScope): Promise<Overview> {
  const { db, now, actor } = scope;
  const groupIds = await groupsOf(apis, scope, seeLessons);
  const groups = (await apis.school.groupsByIds(db, groupIds)).filter(({ isActive }) => isActive);
  const ids = groups.map(({ id }) => id);
  const today = await countsOfLessons(db, ids, dayRange(todayIn(actor.zone, now), 1, actor.zone));
  const next = await nextStarts(db, ids, now);
  const open = await countsOfOpenRequests(db, ids);
  return {
    groups: groups
      .map(({ id, name }) => ({
        id,
        name,
        today: today.get(id) ?? 0,
        nextAt: next.get(id)?.toISOString() ?? null,
        openRequests: open.get(id) ?? 0,
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    handovers: await handovers(apis, scope),
  };
}

async function groupsOf(apis: Apis, scope: ReadScope, permission: Permission): Promise<readonly string[]> {
  const scopes = scopesOf(scope.actor, permission).filter(({ kind }) => kind !== 'self' && kind !== 'child');
  if (scopes.length === 0) return [];
  const rows: readonly { readonly id: string }[] = await apis.school.groupIdsWithin(scope, scopes);
  return rows.map(({ id }) => id);
}

/** Only for those who can publish them away. */
async function handovers(apis: Apis, scope: ReadScope): Promise<Overview['handovers']> {
  const { db, now } = scope;
  const groupIds = await groupsOf(apis, scope, publishTimetable);
  if (groupIds.length === 0) return [];
  const taught = await teachersOfComing(db, groupIds, now);
  const courses = await apis.school.coursesOfGroups(db, groupIds);
  const byId = new Map(courses.map((course) => [course.id, course]));
  const terms = await apis.school.terms(db);
  const cards = await apis.people.peopleByIds(db, [...new Set(taught.flatMap(({ teacherId }) => teacherId ?? []))]);
  const left = new Set(cards.filter(({ isActive }) => !isActive).map(({ id }) => id));
  const stillHas = ({ courseId, teacherId }: Taught): boolean => byId.get(courseId)?.teacherId === teacherId;
  const others = taught.filter(
    (one) => byId.has(one.courseId) && (!stillHas(one) || (one.teacherId !== null && left.has(one.teacherId))),
  );
  const names = await namesOf(apis, db, { people: others.map(({ teacherId }) => teacherId), courses: [] });
  return others.flatMap((one) => {
    const { courseId, teacherId, lessons, firstOn } = one;
    const course = byId.get(courseId);
    const term = terms.find(({ startsOn, endsOn }) => startsOn <= firstOn && firstOn <= endsOn);
    if (!course || !term) return [];
    const { id, subjectName, subgroupName, groupId, groupName, teacherName } = course;
    return [
      {
        course: { id, subjectName, subgroupName },
        group: { id: groupId, name: groupName },
        termId: term.id,
        fromName: names.person(teacherId),
        toName: teacherName ?? '',
        hasLeft: stillHas(one),
        lessons,
      },
    ];
  });
}
