import type { ReadScope } from '../../host/scope.ts';
import { dayOf } from '../../people/api.ts';
import { isNewcomer } from '../domain/around.ts';
import type { IntroductionParts } from '../parts.ts';
import { seeNewcomers } from '../permissions.ts';
import type { Newcomers, WaitingNewcomers } from '../schemas.ts';
import { metBy } from '../store/met.ts';
import { aroundStudent } from './around.ts';
import { itemsFor } from './listItems.ts';
import { metView } from './whoIsWho.ts';

type Newcomer = Newcomers['items'][number];

/** The newcomers of groups with what is on the list of each. */
async function newcomersOf(
  scope: ReadScope,
  parts: IntroductionParts,
  groupIds: readonly string[],
): Promise<Newcomer[]> {
  const { db } = scope;
  const today = dayOf(scope.now);
  const stays = (await parts.school.staysOfGroups(scope, groupIds)).filter(({ fromOn }) => isNewcomer(fromOn, today));
  const ids = [...new Set(stays.map(({ personId }) => personId))];
  const students = new Map((await parts.people.studentsByIds(db, ids)).map((student) => [student.id, student]));
  const groups = new Map((await parts.school.groupsByIds(db, groupIds)).map((group) => [group.id, group.name]));
  const met = await metBy(db, ids);
  const toLearn = await itemsFor(scope);
  const found: Newcomer[] = [];
  for (const { groupId, personId, fromOn } of stays) {
    const student = students.get(personId);
    if (!student) continue;
    const own = met.filter(({ studentId }) => studentId === personId);
    const around = await aroundStudent(scope, parts, student);
    const noted = [...around.map((one) => one.personId), ...own.flatMap(({ notedById }) => notedById ?? [])];
    const names = new Map((await parts.people.peopleByIds(db, noted)).map(({ id, name }) => [id, name]));
    found.push({
      ...{ studentId: personId, name: student.name, groupId, groupName: groups.get(groupId) ?? '', cameOn: fromOn },
      list: [
        ...around.map(({ personId: withId, roles }) => ({
          ...{ withId, itemId: null, label: names.get(withId) ?? '', roles: [...roles] },
          met: metView(
            own.find((row) => row.withId === withId),
            names,
          ),
        })),
        ...toLearn.map(({ id, label }) => ({
          ...{ withId: null, itemId: id, label, roles: [] },
          met: metView(
            own.find(({ itemId }) => itemId === id),
            names,
          ),
        })),
      ],
    });
  }
  return found.toSorted((one, other) => one.name.localeCompare(other.name));
}

/** The checklists of a group's newcomers, without those whom the reader does not reach: groups mix home schools. */
export async function groupNewcomers(scope: ReadScope, parts: IntroductionParts, groupId: string): Promise<Newcomers> {
  await parts.school.groupAs(scope, seeNewcomers, groupId);
  const all = await newcomersOf(scope, parts, [groupId]);
  const kept: Newcomer[] = [];
  for (const one of all)
    if ((await parts.school.mayReachPerson(scope, seeNewcomers, one.studentId)) === 'yes') kept.push(one);
  return { items: kept };
}

const mostShown = 20;

/** Newcomers of the groups whose tutor the reader is, who have not met everybody. */
export async function waitingNewcomers(scope: ReadScope, parts: IntroductionParts): Promise<WaitingNewcomers> {
  const groupIds = scope.actor.grants.flatMap(({ role, scope: where }) =>
    role === 'tutor' && where.kind === 'group' ? [where.id] : [],
  );
  const waiting = (await newcomersOf(scope, parts, groupIds))
    .map(({ list, ...newcomer }) => ({
      ...newcomer,
      missing: list.filter(({ met }) => met === null).map(({ label }) => label),
    }))
    .filter(({ missing }) => missing.length > 0);
  return { count: waiting.length, items: waiting.slice(0, mostShown) };
}
