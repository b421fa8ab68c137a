import type { Knex } from 'knex';
import { scopesOf } from '../../access/actor.ts';
import type { ReadScope } from '../../host/scope.ts';
import { type PersonCard, readContacts, readIds } from '../../people/api.ts';
import { hiddenFrom, withoutHidden } from '../access/hidden.ts';
import { reachedAmong } from '../access/reached.ts';
import type { Channel } from '../domain/channel.ts';
import type { ContactsParts } from '../parts.ts';
import { seeDirectory } from '../permissions.ts';
import type { DirectoryEntry, DirectoryPage, DirectoryQuery, GroupDirectory } from '../schemas.ts';
import { channelsOfPeople } from './channelsOfPeople.ts';
import { asViews, zonesForPhones } from './channelsView.ts';

/** People with the ways to reach them, as far as the reader may see these: of colleagues what they show to others. */
async function entriesOf(
  scope: ReadScope,
  parts: ContactsParts,
  cards: readonly PersonCard[],
): Promise<ReadonlyMap<string, DirectoryEntry>> {
  const ids = cards.map(({ id }) => id);
  const reached = await reachedAmong(scope, parts.school, readContacts, ids);
  const channels = await channelsOfPeople(scope, parts, ids);
  const zones = await zonesForPhones(scope, parts, cards);
  const roles = await parts.school.staffRolesAmong(scope, ids);
  const students = new Set((await parts.people.studentsByIds(scope.db, ids)).map(({ id }) => id));
  const hidden = await hiddenFrom(scope, parts);
  const shown = (id: string): readonly Channel[] => {
    if (hidden.personIds.has(id)) return [];
    const all = withoutHidden(channels.get(id) ?? [], hidden);
    return reached.has(id) || id === scope.actor.personId ? all : all.filter(({ isPublic }) => isPublic);
  };
  return new Map(
    cards.map(({ id, name, language, zone, internet }) => [
      id,
      {
        ...{ personId: id, name, language, zone },
        internet: reached.has(id) ? internet : null,
        isReached: reached.has(id),
        roles: students.has(id) ? ['student' as const] : [...new Set(roles.get(id))],
        channels: asViews(shown(id), zones.get(id) ?? zone),
      },
    ]),
  );
}

/** Everybody in reach, and those who work with the same groups: not all who work somewhere in the centre. */
function listedIds(scope: ReadScope, { school }: ContactsParts): Knex.QueryBuilder {
  const scopes = scopesOf(scope.actor, readContacts);
  return scope
    .db('people_person as listed')
    .where((any) =>
      any
        .whereIn('listed.id', school.personIdsWithin(scope, scopes))
        .orWhereIn('listed.id', school.teamIdsWithin(scope, scopes)),
    )
    .select({ id: 'listed.id' });
}

/** One page of those whom the reader may have to reach, with the ways to reach them, ordered by name. */
export async function directoryPage(
  scope: ReadScope,
  parts: ContactsParts,
  { q, limit, after }: DirectoryQuery,
): Promise<DirectoryPage> {
  const page = await parts.people.searchPeople(scope, {
    within: listedIds(scope, parts),
    ...{ q, after, limit: limit + 1 },
  });
  const ids = page.slice(0, limit);
  const cards = await parts.people.peopleByIds(scope.db, ids);
  const entries = await entriesOf(scope, parts, cards);
  const children = await childrenNames(scope, parts, ids);
  return {
    items: ids.flatMap((id) => {
      const entry = entries.get(id);
      return entry ? [{ ...entry, children: children.get(id) ?? [] }] : [];
    }),
    nextAfter: page.length > limit ? (ids.at(-1) ?? null) : null,
  };
}

/** Of guardians, the names of the children whom the reader sees. */
async function childrenNames(scope: ReadScope, parts: ContactsParts, ids: readonly string[]) {
  const held = new Map<string, readonly string[]>();
  for (const id of ids) {
    const children = (await parts.people.childrenOf(scope, id)).map(({ studentId }) => studentId);
    if (children.length > 0) held.set(id, children);
  }
  const all = [...new Set([...held.values()].flat())];
  const reached = await reachedAmong(scope, parts.school, readContacts, all);
  const names = new Map((await parts.people.peopleByIds(scope.db, [...reached])).map(({ id, name }) => [id, name]));
  return new Map([...held].map(([id, children]) => [id, children.flatMap((child) => names.get(child) ?? [])]));
}

/** A group's families, and the staff who work with it. */
export async function groupDirectory(scope: ReadScope, parts: ContactsParts, groupId: string): Promise<GroupDirectory> {
  const { people, school } = parts;
  const group = await school.groupAs(scope, seeDirectory, groupId);
  const members = (await school.membersOfGroups(scope, [groupId])).map(({ personId }) => personId);
  const held = await people.guardiansOf(scope, members);
  const tutors = (await school.tutorsOf(scope, [groupId])).map(({ personId }) => personId);
  const courses = await school.coursesOfGroups(scope.db, [groupId]);
  const staff = [...new Set([...tutors, ...courses.flatMap(({ teacherId }) => teacherId ?? [])])];
  const ids = [...new Set([...members, ...held.map(({ guardian }) => guardian.id), ...staff])];
  const seen = await seenAmong(scope, parts, ids);
  const cards = (await people.peopleByIds(scope.db, ids)).filter(({ id }) => seen.has(id));
  const entries = await entriesOf(scope, parts, cards);
  const sorted = cards.toSorted(
    (one, other) => one.familyName.localeCompare(other.familyName) || one.name.localeCompare(other.name),
  );
  return {
    groupId,
    name: group.name,
    families: sorted.flatMap(({ id }) => {
      const student = members.includes(id) ? entries.get(id) : undefined;
      if (!student) return [];
      const guardians = held.filter(({ studentId }) => studentId === id);
      return [
        {
          student,
          guardians: guardians.flatMap(({ guardian, relation, mayAct }) => {
            const entry = entries.get(guardian.id);
            return entry ? [{ ...entry, relation, mayAct }] : [];
          }),
        },
      ];
    }),
    staff: sorted.flatMap(({ id }) => {
      const entry = staff.includes(id) ? entries.get(id) : undefined;
      if (!entry) return [];
      const subjects = courses.filter(({ teacherId }) => teacherId === id).map(({ subjectName }) => subjectName);
      return [{ ...entry, isTutor: tutors.includes(id), subjects: [...new Set(subjects)] }];
    }),
  };
}

const seenAmong = async (scope: ReadScope, { school }: ContactsParts, ids: readonly string[]) =>
  new Set(
    await readIds(scope.db.from(school.seenPersonIds(scope).as('seen')).whereIn('seen.id', ids).select('seen.id')),
  );
