import type { Knex } from 'knex';
import { scopesOf } from '../../../server/access/actor.ts';
import { idList } from '../../../server/db/many.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { readIds, sortText } from '../../../server/people/api.ts';
import { seenAmong } from '../access/mayTalk.ts';
import { studentsBy } from '../access/threadAs.ts';
import type { Apis } from '../apis.ts';
import { writeMessages } from '../permissions.ts';
import type { RecipientList, RecipientsQuery } from '../schemas.ts';
import { namedPeople } from './messageViews.ts';

const mostShown = 30;
const mostFamilies = 8;

/** People whom the actor sees and to whom one may begin to write, by a part of their name; whether they may talk is decided for each conversation. */
export async function listRecipients(apis: Apis, scope: ReadScope, { q }: RecipientsQuery): Promise<RecipientList> {
  const { db, actor } = scope;
  const query = db('people_person')
    .where(await nearTo(apis, scope))
    .where({ isActive: true })
    .whereNot('id', actor.personId)
    .orderBy(['sortText', 'id'])
    .limit(mostShown + 1)
    .select('id');
  // Students do not write to each other in private.
  if (actor.grants.every(({ role }) => role === 'student'))
    query.whereNotIn('id', db('people_student').select('personId'));
  named(query, q);
  const rows: { id: string }[] = await query;
  const ids = rows.slice(0, mostShown).map(({ id }) => id);
  const person = await namedPeople(apis, scope, ids);
  const students = new Set((await apis.people.studentsByIds(db, ids)).map(({ id }) => id));
  const staff = await apis.school.staffRolesAmong(scope, ids);
  const children = await childrenNamed(apis, scope, ids);
  return {
    items: ids.map((id) => ({
      ...person(id),
      kind: students.has(id) ? 'student' : staff.has(id) ? 'staff' : 'family',
      of: [...(children.get(id) ?? [])],
    })),
    families: await familiesNamed(apis, scope, q),
    isAll: rows.length <= mostShown,
  };
}

/** Students in whose family conversation the actor takes part, by a part of their name. */
async function familiesNamed(apis: Apis, scope: ReadScope, q: string): Promise<RecipientList['families']> {
  const query = scope
    .db('people_person')
    .whereIn('id', studentsBy(apis, scope, 'family'))
    .where({ isActive: true })
    .orderBy(['sortText', 'id'])
    .limit(mostFamilies)
    .select('id');
  named(query, q);
  const ids = (await query).map(({ id }: { id: string }) => id);
  const person = await namedPeople(apis, scope, ids);
  return ids.map(person);
}

/** Names of the children of guardians whom the actor may be in touch with. */
async function childrenNamed(
  apis: Apis,
  scope: ReadScope,
  guardianIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = await apis.people.childrenOfMany(scope, guardianIds);
  const seen = await seenAmong(
    apis,
    scope,
    all.map(({ studentId }) => studentId),
  );
  const person = await namedPeople(apis, scope, [...seen]);
  const names = new Map<string, string[]>();
  for (const { guardianId, studentId } of all)
    if (seen.has(studentId)) names.set(guardianId, [...(names.get(guardianId) ?? []), person(studentId).name]);
  return names;
}

/** Cuts a query of people to those with all these words in their names. */
export function named(query: Knex.QueryBuilder, q: string): void {
  for (const word of wordsOf(q)) query.where('sortText', 'like', `%${word}%`);
}

/**
 * Families are offered whom they see. Staff see all staff by name, which would be a list of the whole installation: they are
 * offered those within their reach, the staff around the same groups, and whoever answers for the whole school.
 */
async function nearTo({ school }: Apis, scope: ReadScope): Promise<(any: Knex.QueryBuilder) => void> {
  const { db, actor } = scope;
  const isStaff = actor.grants.some(({ role }) => role !== 'student' && role !== 'guardian');
  if (!isStaff) return (any) => void any.whereIn('id', school.seenPersonIds(scope));
  const scopes = scopesOf(actor, writeMessages);
  const groupIds = await readIds(school.groupIdsWithin(scope, scopes));
  const tutors = await school.tutorsOf(scope, groupIds);
  const courses = await school.coursesOfGroups(db, groupIds);
  const around = [...tutors.map(({ personId }) => personId), ...courses.flatMap(({ teacherId }) => teacherId ?? [])];
  return (any) =>
    void any
      .whereIn('id', school.personIdsWithin(scope, scopes))
      .orWhereIn('id', idList(db, [...new Set(around)]))
      .orWhereIn('id', db('people_role').where({ scopeKind: 'everything' }).select('personId'));
}

/** Words as names are sorted by, without what means something to the database. */
const wordsOf = (q: string): string[] =>
  sortText({ givenName: q, familyName: '', middleName: null })
    .split(/\s+/)
    .map((word) => word.replace(/[%_\\]/g, ''))
    .filter((word) => word !== '');
