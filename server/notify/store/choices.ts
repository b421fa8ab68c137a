import type { Knex } from 'knex';
import { prepared } from '../../db/prepared.ts';
import type { NoticeArea } from '../domain/area.ts';
import type { Channels, Choices, DigestTime, MailRule } from '../domain/choice.ts';

interface ChoiceRow extends Channels {
  readonly personId: string;
  readonly area: NoticeArea;
}

/** What these people have chosen; those who have chosen nothing are left out. */
export async function choicesOf(db: Knex, personIds: readonly string[]): Promise<ReadonlyMap<string, Choices>> {
  const rows: ChoiceRow[] = await db('notify_choice')
    .whereIn('personId', [...personIds])
    .select('personId', 'area', 'mail', 'isPushed');
  const found = new Map<string, Map<NoticeArea, Channels>>();
  for (const { personId, area, mail, isPushed } of rows) {
    const own = found.get(personId) ?? new Map<NoticeArea, Channels>();
    found.set(personId, own.set(area, { mail, isPushed }));
  }
  return found;
}

export async function saveChoice(
  trx: Knex.Transaction,
  personId: string,
  area: NoticeArea,
  channels: Channels,
): Promise<void> {
  await trx('notify_choice')
    .insert({ personId, area, ...channels })
    .onConflict(['personId', 'area'])
    .merge({ ...channels });
}

/** Changes only how mails come, of these areas; where nothing was chosen before, signals stay as they usually are. */
export async function saveMailRule(
  trx: Knex.Transaction,
  personId: string,
  mail: MailRule,
  areas: readonly NoticeArea[],
  isUsuallyPushed: boolean,
): Promise<void> {
  await trx('notify_choice')
    .insert(areas.map((area) => ({ personId, area, mail, isPushed: isUsuallyPushed })))
    .onConflict(['personId', 'area'])
    .merge(['mail']);
}

interface PersonRow {
  readonly personId: string;
  readonly digestTime: string;
  readonly digestWeekday: number;
}

/** When digests go out to those who have said so. */
export async function digestTimesOf(db: Knex, personIds: readonly string[]): Promise<ReadonlyMap<string, DigestTime>> {
  const rows: PersonRow[] = await db('notify_person')
    .whereIn('personId', [...personIds])
    .select('personId', 'digestTime', 'digestWeekday');
  return new Map(
    rows.map(({ personId, digestTime, digestWeekday }) => [personId, { time: digestTime, weekday: digestWeekday }]),
  );
}

export async function saveDigestTime(
  trx: Knex.Transaction,
  personId: string,
  { time, weekday }: DigestTime,
  changedAt: Date,
): Promise<void> {
  const row = { digestTime: time, digestWeekday: weekday, changedAt };
  await trx('notify_person')
    .insert({ personId, ...row })
    .onConflict('personId')
    .merge(row);
}

const lookOf = prepared<{ personId: string }, { readonly lookedAt: Date | null }>((db, value) =>
  db('notify_person')
    .where({ personId: value('personId') })
    .select('lookedAt'),
);

/** When the person last looked at all notices. */
export const lookedAt = async (db: Knex, personId: string): Promise<Date | null> =>
  (await lookOf(db, { personId }))[0]?.lookedAt ?? null;

export async function saveLook(trx: Knex.Transaction, personId: string, at: Date): Promise<void> {
  await trx('notify_person')
    .insert({ personId, lookedAt: at, changedAt: at })
    .onConflict('personId')
    .merge({ lookedAt: at });
}
