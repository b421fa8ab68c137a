import type { Knex } from 'knex';
import type { Role } from '../../access/roles.ts';
import { folded } from '../../host/folded.ts';
import type { PeopleToFind } from '../api.ts';
import { dayOf, type Moment } from '../day.ts';

/** Which people are asked for; `within` and `inGroup` answer ids. */
export interface Search {
  readonly within: Knex.QueryBuilder;
  readonly inGroup: Knex.QueryBuilder | undefined;
  readonly q: string | undefined;
  readonly role: Role | undefined;
  readonly homeSchoolId: string | undefined;
  readonly isActive: boolean;
  readonly day: string;
}

const escaped = (word: string): string => word.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function holders(db: Knex, role: Role, day: string): Knex.QueryBuilder {
  if (role === 'student') return db('people_student').select('personId');
  if (role !== 'guardian') return db('people_role').where({ role }).select('personId');
  return db('people_guardianship')
    .where('fromOn', '<=', day)
    .where((end) => end.whereNull('untilOn').orWhere('untilOn', '>=', day))
    .select('guardianId');
}

function matching(db: Knex, search: Search): Knex.QueryBuilder {
  const { within, inGroup, q = '', role, homeSchoolId, isActive, day } = search;
  const query = db('people_person as person').where('person.isActive', isActive).whereIn('person.id', within.clone());
  for (const word of folded(q).split(' ').filter(Boolean))
    query.whereRaw("person.sort_text like ? escape '\\'", [`%${escaped(word)}%`]);
  if (inGroup) query.whereIn('person.id', inGroup.clone());
  if (role) query.whereIn('person.id', holders(db, role, day));
  if (homeSchoolId) query.whereIn('person.id', db('people_student').where({ homeSchoolId }).select('personId'));
  return query;
}

export async function countPeople(db: Knex, search: Search): Promise<number> {
  const counted: { total: number | string } | undefined = await matching(db, search).count({ total: '*' }).first();
  return Number(counted?.total ?? 0);
}

/** Ids of one page, ordered by name; `after` is the last id of the page before. */
export async function pageOfPeople(
  db: Knex,
  search: Search,
  page: { readonly limit: number; readonly after: string | undefined },
): Promise<string[]> {
  const query = matching(db, search).orderBy(['person.sortText', 'person.id']).limit(page.limit);
  if (page.after !== undefined)
    query.whereRaw(
      '(person.sort_text, person.id) > (select before.sort_text, before.id from people_person as before where before.id = ?)',
      [page.after],
    );
  return query.pluck('person.id');
}

/** Ids of one page of active people, by words of their names only. */
export const findPeople = ({ db, now }: Moment, { within, q, limit, after }: PeopleToFind): Promise<string[]> =>
  pageOfPeople(
    db,
    {
      ...{ within, q, inGroup: undefined, role: undefined, homeSchoolId: undefined },
      isActive: true,
      day: dayOf(now),
    },
    { limit, after },
  );
