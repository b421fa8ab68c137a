import { overlaps } from '../../../server/calendar/api.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { meetingToChange } from '../access/meetingAs.ts';
import type { Apis } from '../apis.ts';
import { farthestDays, type Invited, type Meeting } from '../domain/meetings/meeting.ts';
import { meetingChanged } from '../events.ts';
import { slotImpossible } from '../problems.ts';
import { guardingsOf } from '../queries/guardingsOf.ts';
import { inviteesOf } from '../queries/inviteesOf.ts';
import { showMeeting } from '../queries/meetingViews.ts';
import type { MeetingView, MoveMeeting, NewMeeting } from '../schemas/meetings.ts';
import { insertMeeting, putInvited, updateMeeting } from '../store/meetings.ts';
import { roomPool } from '../store/roomPool.ts';
import { personTopic } from '../topics.ts';
import { refuseTaken } from './refuseTaken.ts';

/** Where the time of meetings comes from, in the ledger. */
const plugin = 'timetable-meetings';
const dayMs = 86_400_000;

/** Brings people together at a time: it is taken from everybody who is free, and nobody else may be taken by then. */
export async function makeMeeting(apis: Apis, scope: WriteScope, wanted: NewMeeting): Promise<MeetingView> {
  const people = await inviteesOf(apis, scope, wanted);
  const interval = intervalOf(scope, wanted);
  const id = scope.newId();
  const invited = await expectedAt(
    apis,
    scope,
    people.map((one) => one.id),
    interval,
    wanted.withoutIds,
  );
  const subjects = await subjectsOf(scope, invited, wanted.ownLink ?? null);
  const { id: commitmentId } = await refuseTaken(apis, scope, () =>
    apis.calendar.claim(scope, { source: { plugin, entityId: id }, interval, subjects }),
  );
  const meeting: Meeting = {
    id,
    title: wanted.title,
    ...interval,
    zone: scope.actor.zone,
    state: 'planned',
    sequence: 0,
    revision: 1,
    commitmentId,
    ownLink: wanted.ownLink ?? null,
    madeById: scope.actor.personId,
    madeAt: scope.now,
    changedAt: scope.now,
  };
  await insertMeeting(scope.db, meeting, invited);
  await tell(apis, scope, meeting, invited, 'made');
  return showMeeting(apis, scope, id);
}

/** Another time for the same people; who is elsewhere then is invited all the same, if named. */
export async function moveMeeting(
  apis: Apis,
  scope: WriteScope,
  id: string,
  seenRevision: number,
  wanted: MoveMeeting,
): Promise<MeetingView> {
  const { meeting, invited: before } = await meetingToChange(apis, scope, id, seenRevision);
  const interval = intervalOf(scope, wanted);
  const ids = before.map(({ personId }) => personId);
  const invited = await expectedAt(apis, scope, ids, interval, wanted.withoutIds, meeting.commitmentId);
  const subjects = await subjectsOf(scope, invited, meeting.ownLink);
  if (meeting.commitmentId === null) throw new Error('A planned meeting takes time');
  const { commitmentId } = meeting;
  await refuseTaken(apis, scope, () => apis.calendar.moveCommitment(scope, commitmentId, interval, { subjects }));
  const moved: Meeting = { ...meeting, ...interval, ...counted(scope, meeting) };
  await write(scope, moved);
  await putInvited(scope.db, id, invited);
  await tell(apis, scope, moved, invited, 'moved');
  return showMeeting(apis, scope, id);
}

/** Calls a meeting off; everybody's time is free again. */
export async function cancelMeeting(
  apis: Apis,
  scope: WriteScope,
  id: string,
  seenRevision: number,
): Promise<MeetingView> {
  const { meeting, invited } = await meetingToChange(apis, scope, id, seenRevision);
  if (meeting.commitmentId !== null) await apis.calendar.release(scope, meeting.commitmentId);
  const cancelled: Meeting = { ...meeting, ...counted(scope, meeting), state: 'cancelled', commitmentId: null };
  await write(scope, cancelled);
  await tell(apis, scope, cancelled, invited, 'cancelled');
  return showMeeting(apis, scope, id);
}

const counted = ({ now }: WriteScope, { sequence, revision }: Meeting) => ({
  sequence: sequence + 1,
  revision: revision + 1,
  changedAt: now,
});

const write = (
  { db }: WriteScope,
  { id, startsAt, endsAt, state, sequence, revision, commitmentId, changedAt }: Meeting,
): Promise<number> => updateMeeting(db, id, { startsAt, endsAt, state, sequence, revision, commitmentId, changedAt });

function intervalOf({ now }: WriteScope, { startsAt, minutes }: Pick<NewMeeting, 'startsAt' | 'minutes'>) {
  const start = new Date(startsAt);
  if (start <= now) throw new Problem(slotImpossible, { reason: 'too-soon' });
  if (start.getTime() > now.getTime() + farthestDays * dayMs)
    throw new Problem(slotImpossible, { reason: 'outside-of-term' });
  return { startsAt: start, endsAt: new Date(start.getTime() + minutes * 60_000) };
}

/** Who is expected: all but those who are taken then and were left out by name. Anybody else who is taken refuses it. */
async function expectedAt(
  apis: Apis,
  scope: WriteScope,
  personIds: readonly string[],
  interval: Pick<Meeting, 'startsAt' | 'endsAt'>,
  withoutIds: readonly string[],
  ownCommitmentId: string | null = null,
): Promise<readonly Invited[]> {
  const busy = await apis.calendar.busyOf(scope, withoutIds, interval.startsAt, interval.endsAt);
  const taken = new Set(
    busy
      .filter((one) => one.commitmentId !== ownCommitmentId && overlaps(one, interval))
      .map(({ subjectId }) => subjectId),
  );
  return personIds.map((personId) => ({ personId, isExpected: !taken.has(personId) }));
}

/** Whose time it takes; without a link of its own also one of the meeting rooms. */
async function subjectsOf(
  { db }: WriteScope,
  invited: readonly Invited[],
  ownLink: string | null,
): Promise<readonly string[]> {
  const rooms = ownLink === null ? await roomPool(db) : undefined;
  const expected = invited.filter(({ isExpected }) => isExpected).map(({ personId }) => personId);
  return [...expected, ...(rooms ? [rooms.id] : [])];
}

async function tell(
  apis: Apis,
  scope: WriteScope,
  { id: meetingId, revision }: Meeting,
  invited: readonly Invited[],
  what: 'made' | 'moved' | 'cancelled',
): Promise<void> {
  scope.emit(meetingChanged, { meetingId, revision, what });
  const ids = invited.map(({ personId }) => personId);
  const guardians = (await guardingsOf(apis, scope, ids)).map(({ guardianId }) => guardianId);
  const topic = personTopic(apis.school);
  for (const personId of new Set([...ids, ...guardians])) scope.touch(topic, personId);
}
