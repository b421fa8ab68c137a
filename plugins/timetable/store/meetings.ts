import type { Knex } from 'knex';
import { idListOf } from '../../../server/db/many.ts';
import { prepared } from '../../../server/db/prepared.ts';
import type { Invited, Meeting } from '../domain/meetings/meeting.ts';

const columns = [
  'id',
  'title',
  'startsAt',
  'endsAt',
  'zone',
  'state',
  'sequence',
  'revision',
  'commitmentId',
  'ownLink',
  'madeById',
  'madeAt',
  'changedAt',
] as const;

const rows = (db: Knex) => db('timetable_meeting').select<Meeting[]>(...columns);

export const meetingById = async (db: Knex, id: string): Promise<Meeting | undefined> =>
  (await rows(db).where({ id }))[0];

/** Keeps everybody else from changing the meeting until the commit. */
export const lockMeeting = async (db: Knex, id: string): Promise<Meeting | undefined> =>
  (await rows(db).where({ id }).forUpdate())[0];

export const insertMeeting = async (db: Knex, meeting: Meeting, people: readonly Invited[]): Promise<void> => {
  await db('timetable_meeting').insert(meeting);
  await insertInvited(db, meeting.id, people);
};

const insertInvited = (db: Knex, meetingId: string, people: readonly Invited[]) =>
  db('timetable_meeting_person').insert(people.map((one) => ({ ...one, meetingId })));

export type MeetingChange = Pick<
  Meeting,
  'startsAt' | 'endsAt' | 'state' | 'sequence' | 'revision' | 'commitmentId' | 'changedAt'
>;

export const updateMeeting = (db: Knex, id: string, change: MeetingChange): Promise<number> =>
  db('timetable_meeting').where({ id }).update(change);

/** Replaces who is expected. */
export async function putInvited(db: Knex, meetingId: string, people: readonly Invited[]): Promise<void> {
  await db('timetable_meeting_person').where({ meetingId }).delete();
  await insertInvited(db, meetingId, people);
}

export const invitedTo = (
  db: Knex,
  meetingIds: readonly string[],
): Promise<readonly (Invited & { readonly meetingId: string })[]> =>
  db('timetable_meeting_person')
    .whereIn('meetingId', [...meetingIds])
    .select('meetingId', 'personId', 'isExpected');

/** No week holds more of one family. */
const mostOfPeople = 200;

const rowsOf = (db: Knex, personIds: readonly string[]) =>
  rows(db).whereIn(
    'id',
    db('timetable_meeting_person')
      .whereIn('personId', [...personIds])
      .select('meetingId'),
  );

/** Meetings of any of these people to come, soonest first, called off ones too; or those that are over, the last first. */
export const meetingsAround = (
  db: Knex,
  personIds: readonly string[],
  { when, now, limit }: { readonly when: 'coming' | 'past'; readonly now: Date; readonly limit: number },
): Promise<readonly Meeting[]> =>
  when === 'coming'
    ? rowsOf(db, personIds).where('endsAt', '>', now).orderBy(['startsAt', 'id']).limit(limit)
    : rowsOf(db, personIds)
        .where('endsAt', '<=', now)
        .orderBy([{ column: 'startsAt', order: 'desc' }, { column: 'id' }])
        .limit(limit);

const meetingsWithin = prepared<{ personIds: string; from: Date; to: Date }, Meeting>((db, value) =>
  rows(db)
    .whereIn(
      'id',
      db('timetable_meeting_person')
        .whereIn('personId', idListOf(db, value('personIds')))
        .select('meetingId'),
    )
    .where('endsAt', '>', value('from'))
    .where('startsAt', '<', value('to'))
    .orderBy(['startsAt', 'id'])
    .limit(mostOfPeople),
);

/** Meetings of any of these people that touch a range, in order. */
export const meetingsOf = (db: Knex, personIds: readonly string[], from: Date, to: Date): Promise<readonly Meeting[]> =>
  meetingsWithin(db, { personIds: JSON.stringify(personIds), from, to });
