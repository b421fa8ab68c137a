import type { Knex } from 'knex';
import type { Many } from '../../db/laid.ts';
import { deleteMany, idList, idListOf, insertMany, updateMany } from '../../db/many.ts';
import { prepared } from '../../db/prepared.ts';
import { dayOf, type Moment } from '../day.ts';
import type { Granted } from '../domain/rights.ts';
import type { Relation } from '../views.ts';
import { readIds } from './readIds.ts';

interface GuardianshipRow {
  readonly id: string;
  readonly guardianId: string;
  readonly studentId: string;
  readonly relation: Relation;
  readonly mayAct: boolean;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

/** Guardianships that hold on the moment's day. */
const current = ({ db, now }: Moment): Knex.QueryBuilder =>
  db('people_guardianship as held')
    .where('held.fromOn', '<=', dayOf(now))
    .where((end) => end.whereNull('held.untilOn').orWhere('held.untilOn', '>=', dayOf(now)));

const columns = [
  'held.id',
  'held.guardianId',
  'held.studentId',
  'held.relation',
  'held.maySee',
  'held.mayAct',
  'held.fromOn',
  'held.untilOn',
  'held.keptByConsentAt',
];

/** A guardianship as it is stored: what was granted, whatever a court has limited. */
export type StoredGuardianship = GuardianshipRow & Granted & { readonly keptByConsentAt: Date | null };

/** Guardianships of students that hold on the moment's day, as they were granted. */
export const currentOf = (moment: Moment, studentIds: readonly string[]): Promise<StoredGuardianship[]> =>
  current(moment).whereIn('held.studentId', idList(moment.db, studentIds)).orderBy('held.id').select(columns);

/** Asked with every request. */
const heldBy = prepared<{ guardianIds: string; today: string }, StoredGuardianship>((db, value) =>
  db('people_guardianship as held')
    .where('held.fromOn', '<=', value('today'))
    .where((end) => end.whereNull('held.untilOn').orWhere('held.untilOn', '>=', value('today')))
    .whereIn('held.guardianId', idListOf(db, value('guardianIds')))
    .orderBy('held.id')
    .select(columns),
);

/** Guardianships of guardians that hold on the moment's day, as they were granted. */
export const currentBy = (
  { db, now }: Moment,
  guardianIds: readonly string[],
): Promise<readonly StoredGuardianship[]> =>
  heldBy(db, { guardianIds: JSON.stringify(guardianIds), today: dayOf(now) });

/** Those of the people who look after somebody today. */
export const guardianIdsAmong = (moment: Moment, personIds: readonly string[]): Promise<string[]> =>
  readIds(current(moment).whereIn('held.guardianId', personIds).distinct({ id: 'held.guardianId' }));

export interface NewGuardianshipRow extends GuardianshipRow {
  /** What it was stays, or true at first, where this is left out. */
  readonly maySee?: boolean | undefined;
}

export async function insertGuardianships(db: Knex, rows: readonly NewGuardianshipRow[]): Promise<void> {
  const whole = rows.map((row) => ({ ...row, maySee: row.maySee ?? true }));
  await insertMany(db, 'people_guardianship', whole);
}

export const findGuardianship = (db: Knex, id: string): Promise<StoredGuardianship | undefined> =>
  db('people_guardianship as held').where('held.id', id).first<StoredGuardianship | undefined>(columns);

/** Stores a guardianship, or what changed of the one between the same two people, whose past is kept. Returns its id. */
export async function saveGuardianship(db: Knex, row: NewGuardianshipRow, change: Change): Promise<string> {
  await keepPast(db, [row], change);
  const { relation, mayAct, fromOn, untilOn } = row;
  const maySee = row.maySee === undefined ? {} : { maySee: row.maySee };
  const saved: { id: string }[] = await db('people_guardianship')
    .insert({ ...row, maySee: row.maySee ?? true })
    .onConflict(['guardianId', 'studentId'])
    .merge({ relation, mayAct, fromOn, untilOn, ...maySee })
    .returning('id');
  return saved[0]?.id ?? row.id;
}

/** Makes `lastOn` the last day; what would not have begun by then is deleted. */
export async function endGuardianship(db: Knex, id: string, lastOn: string): Promise<void> {
  await db('people_guardianship').where({ id }).where('fromOn', '>', lastOn).delete();
  await db('people_guardianship').where({ id }).update({ untilOn: lastOn });
}

/** Guardianships to be stored: their rows, and what has to be known of them. */
export interface ManyGuardianships {
  /** As `NewGuardianshipRow`. */
  readonly many: Many;
  /** Between whom there may be one already. */
  readonly known: readonly Pair[];
  readonly saysMaySee: boolean;
}

/** Stores guardianships, or how those between the same people are changed; their past is kept, their first day stays. */
export async function saveGuardianships(
  db: Knex,
  { many, known, saysMaySee }: ManyGuardianships,
  change: Change,
): Promise<void> {
  await keepPast(db, known, change);
  await insertMany(db, 'people_guardianship', many, {
    on: ['guardianId', 'studentId'],
    take: ['relation', 'mayAct', 'untilOn', ...(saysMaySee ? ['maySee'] : [])],
  });
}

/** Makes `lastOn` the last day of those between the same people; what would not have begun by then is deleted. */
export async function endGuardianships(
  db: Knex,
  held: readonly Pick<NewGuardianshipRow, 'guardianId' | 'studentId'>[],
  lastOn: string,
): Promise<void> {
  if (held.length === 0) return;
  const ended = await betweenThem(db, held);
  const neverBegun = ended.filter(({ fromOn }) => fromOn > lastOn).map(({ id }) => ({ id }));
  await deleteMany(db, 'people_guardianship', neverBegun);
  const begun = ended.filter(({ fromOn }) => fromOn <= lastOn).map(({ id }) => ({ id, untilOn: lastOn }));
  await updateMany(db, 'people_guardianship', begun);
}

type Pair = Pick<NewGuardianshipRow, 'guardianId' | 'studentId'>;

/** Stored guardianships between the same people, whether they hold or not. */
async function betweenThem(db: Knex, pairs: readonly Pair[]): Promise<StoredGuardianship[]> {
  const wanted = new Set(pairs.map(({ guardianId, studentId }) => `${guardianId} ${studentId}`));
  const guardianIds = idList(
    db,
    pairs.map(({ guardianId }) => guardianId),
  );
  const rows: StoredGuardianship[] = await db('people_guardianship as held')
    .whereIn('held.guardianId', guardianIds)
    .select(columns);
  return rows.filter(({ guardianId, studentId }) => wanted.has(`${guardianId} ${studentId}`));
}

/** Who changes a guardianship, and when. */
export interface Change {
  readonly changedAt: Date;
  readonly changedById: string | null;
  newId(): string;
}

export interface PastRow extends Pair, Granted {
  readonly id: string;
  readonly relation: Relation;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly changedAt: Date;
}

/** Keeps how guardianships between the same people were, before they are written over. */
async function keepPast(db: Knex, rows: readonly Pair[], { changedAt, changedById, newId }: Change): Promise<void> {
  if (rows.length === 0) return;
  const past = (await betweenThem(db, rows)).map(
    ({ guardianId, studentId, relation, maySee, mayAct, fromOn, untilOn }) => ({
      ...{ id: newId(), guardianId, studentId, relation, maySee, mayAct, fromOn, untilOn },
      ...{ changedAt, changedById },
    }),
  );
  if (past.length > 0) await insertMany(db, 'people_guardianship_past', past);
}

/** How guardianships of a student were before they were changed, the newest first. */
export const pastOf = (db: Knex, studentId: string): Promise<PastRow[]> =>
  db('people_guardianship_past')
    .where({ studentId })
    .orderBy([{ column: 'changedAt', order: 'desc' }, 'id'])
    .limit(100)
    .select<PastRow[]>(
      'id',
      'guardianId',
      'studentId',
      'relation',
      'maySee',
      'mayAct',
      'fromOn',
      'untilOn',
      'changedAt',
    );

/** All guardianships of a student that are stored, those that have ended too. */
export const storedOf = (db: Knex, studentId: string): Promise<StoredGuardianship[]> =>
  db('people_guardianship as held').where('held.studentId', studentId).orderBy('held.id').select(columns);

/** A student's word that somebody stays a guardian when they are of age; null takes it back. */
export const setKeptByConsent = (db: Knex, id: string, keptByConsentAt: Date | null): Promise<number> =>
  db('people_guardianship').where({ id }).update({ keptByConsentAt });

export interface ComingOfAge {
  readonly guardianshipId: string;
  readonly guardianId: string;
  readonly studentId: string;
  readonly homeSchoolId: string;
  readonly bornOn: string;
  readonly isKept: boolean;
}

/** Guardianships that hold, of active students who were born on this day or before. */
export async function guardianshipsOfBornUntil(moment: Moment, bornOn: string): Promise<ComingOfAge[]> {
  const rows: (Omit<ComingOfAge, 'isKept'> & { keptByConsentAt: Date | null })[] = await current(moment)
    .join('people_student as student', 'student.personId', 'held.studentId')
    .join('people_person as person', 'person.id', 'held.studentId')
    .where('person.isActive', true)
    .where('student.bornOn', '<=', bornOn)
    .orderBy('held.id')
    .select({
      guardianshipId: 'held.id',
      guardianId: 'held.guardianId',
      studentId: 'held.studentId',
      homeSchoolId: 'student.homeSchoolId',
      bornOn: 'student.bornOn',
      keptByConsentAt: 'held.keptByConsentAt',
    });
  return rows.map(({ keptByConsentAt, ...row }) => ({ ...row, isKept: keptByConsentAt !== null }));
}
