import type { Knex } from 'knex';
import { idList, insertMany } from '../../db/many.ts';
import type { QuietChoice, QuietHours } from '../domain/quietHours.ts';

interface HoursRow {
  readonly quietFromTime: string | null;
  readonly quietToTime: string | null;
}

const hoursOf = ({ quietFromTime, quietToTime }: HoursRow): QuietHours | undefined =>
  quietFromTime === null || quietToTime === null ? undefined : { fromTime: quietFromTime, toTime: quietToTime };

function choiceOf(row: HoursRow & { readonly isAlwaysOpen: boolean }): QuietChoice {
  if (row.isAlwaysOpen) return { kind: 'never' };
  const hours = hoursOf(row);
  return hours ? { kind: 'own', ...hours } : { kind: 'usual' };
}

const rowOf = (choice: QuietChoice) => ({
  isAlwaysOpen: choice.kind === 'never',
  quietFromTime: choice.kind === 'own' ? choice.fromTime : null,
  quietToTime: choice.kind === 'own' ? choice.toTime : null,
});

const choiceColumns = ['personId', 'isAlwaysOpen', 'quietFromTime', 'quietToTime'];

/** What these people have chosen; those who have not are left out. */
export async function quietChoicesOf(
  db: Knex,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, QuietChoice>> {
  const rows: (HoursRow & { personId: string; isAlwaysOpen: boolean })[] = await db('notify_person')
    .whereIn('personId', [...personIds])
    .select(choiceColumns);
  return new Map(rows.map((row) => [row.personId, choiceOf(row)]));
}

export async function saveQuietChoice(
  trx: Knex.Transaction,
  personId: string,
  choice: QuietChoice,
  changedAt: Date,
): Promise<void> {
  const row = { ...rowOf(choice), changedAt };
  await trx('notify_person')
    .insert({ personId, ...row })
    .onConflict('personId')
    .merge(row);
}

/** What everybody has chosen, by person. */
export async function allQuietChoices(db: Knex): Promise<ReadonlyMap<string, QuietChoice>> {
  const rows: (HoursRow & { personId: string; isAlwaysOpen: boolean })[] =
    await db('notify_person').select(choiceColumns);
  return new Map(rows.map((row) => [row.personId, choiceOf(row)]));
}

/** Stores what many people want; whoever wants what is usual has no row. */
export async function saveQuietChoices(
  db: Knex,
  choices: ReadonlyMap<string, QuietChoice>,
  changedAt: Date,
): Promise<void> {
  await db('notify_person')
    .whereIn('personId', idList(db, [...choices.keys()]))
    .delete();
  const rows = [...choices].flatMap(([personId, choice]) =>
    choice.kind === 'usual' ? [] : [{ personId, ...rowOf(choice), changedAt }],
  );
  if (rows.length > 0) await insertMany(db, 'notify_person', rows);
}

/** What is usual in these home schools; those that have said nothing are left out. */
export async function quietHoursOfSchools(
  db: Knex,
  homeSchoolIds: readonly string[],
): Promise<ReadonlyMap<string, QuietHours>> {
  const rows: (HoursRow & { homeSchoolId: string })[] = await db('notify_home_school')
    .whereIn('homeSchoolId', [...homeSchoolIds])
    .select('homeSchoolId', 'quietFromTime', 'quietToTime');
  return new Map(
    rows.flatMap((row) => {
      const hours = hoursOf(row);
      return hours ? [[row.homeSchoolId, hours] as const] : [];
    }),
  );
}

/** Stores what is usual in a home school; undefined goes back to what is usual everywhere. */
export async function saveQuietHoursOfSchool(
  trx: Knex.Transaction,
  homeSchoolId: string,
  hours: QuietHours | undefined,
  changedAt: Date,
): Promise<void> {
  if (!hours) {
    await trx('notify_home_school').where({ homeSchoolId }).delete();
    return;
  }
  const row = { quietFromTime: hours.fromTime, quietToTime: hours.toTime, changedAt };
  await trx('notify_home_school')
    .insert({ homeSchoolId, ...row })
    .onConflict('homeSchoolId')
    .merge(row);
}
