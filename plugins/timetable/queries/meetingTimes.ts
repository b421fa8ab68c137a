import { availableIntervals, type Busy, noWindowsGiven } from '../../../server/calendar/api.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { PersonCard } from '../../../server/people/api.ts';
import { meetingAs } from '../access/meetingAs.ts';
import type { Apis } from '../apis.ts';
import { dayRange } from '../domain/lessons/dayRange.ts';
import { findMeetingTimes, type Invitee } from '../domain/meetings/findMeetingTimes.ts';
import { meetingNotYours } from '../problems.ts';
import type { MeetingSearch, MeetingTimes, OtherTimes } from '../schemas/meetings.ts';
import { roomPool } from '../store/roomPool.ts';
import { inviteesOf } from './inviteesOf.ts';

/** Enough to choose from. */
const mostShown = 12;
/** Nobody comes at once. */
const noticeMs = 15 * 60_000;
const dayMs = 86_400_000;

interface Range {
  readonly from: Date;
  readonly to: Date;
}

/** When these people could meet, best first, and who of them could not come. */
export const meetingTimes = async (apis: Apis, scope: ReadScope, search: MeetingSearch): Promise<MeetingTimes> =>
  timesFor(apis, scope, await inviteesOf(apis, scope, search), search, null);

/** The same for those who are invited to a meeting already, which does not stand in its own way. */
export async function otherTimes(apis: Apis, scope: ReadScope, id: string, search: OtherTimes): Promise<MeetingTimes> {
  const { meeting, invited, mayChange } = await meetingAs(apis, scope, id);
  if (!mayChange) throw new Problem(meetingNotYours, { id });
  const ids = invited.map(({ personId }) => personId);
  return timesFor(apis, scope, await apis.people.peopleByIds(scope.db, ids), search, meeting.commitmentId);
}

async function timesFor(
  apis: Apis,
  scope: ReadScope,
  people: readonly PersonCard[],
  { fromOn, untilOn, minutes }: OtherTimes,
  own: string | null,
): Promise<MeetingTimes> {
  const { zone } = scope.actor;
  const days = (Date.parse(untilOn) - Date.parse(fromOn)) / dayMs + 1;
  const { startsAt: from, endsAt } = dayRange(fromOn, days, zone);
  const range = { from, to: new Date(endsAt.getTime() + dayMs) };
  const rooms = await roomPool(scope.db);
  const times = findMeetingTimes(
    {
      invitees: await inviteeTimes(apis, scope, people, range, own),
      minutes,
      fromOn,
      untilOn,
      zone,
      notBefore: new Date(scope.now.getTime() + noticeMs),
      rooms,
      roomsTaken: rooms ? without(own, await apis.calendar.busyOf(scope, [rooms.id], range.from, range.to)) : [],
    },
    mostShown,
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    people: people.map(({ id, name }) => ({ id, name })),
    items: times.map((time) => ({
      startsAt: time.startsAt.toISOString(),
      endsAt: time.endsAt.toISOString(),
      missing: time.missing.map((one) => ({ ...one, name: names.get(one.personId) ?? '' })),
      awkward: time.awkward,
    })),
  };
}

const without = (commitmentId: string | null, busy: readonly Busy[]): readonly Busy[] =>
  busy.filter((one) => one.commitmentId !== commitmentId);

/** What is known of the time of each of them. */
async function inviteeTimes(
  apis: Apis,
  scope: ReadScope,
  people: readonly PersonCard[],
  { from, to }: Range,
  ownCommitmentId: string | null,
): Promise<readonly Invitee[]> {
  const ids = people.map(({ id }) => id);
  const taken = new Map<string, Busy[]>();
  for (const one of without(ownCommitmentId, await apis.calendar.busyOf(scope, ids, from, to)))
    taken.set(one.subjectId, [...(taken.get(one.subjectId) ?? []), one]);
  const times = await apis.calendar.timesOf(scope.db, ids);
  return times.map(({ personId, availability }) => ({
    personId,
    zone: availability.zone,
    available: availableIntervals(availability, from, to),
    hasNoHours: noWindowsGiven(availability),
    taken: taken.get(personId) ?? [],
  }));
}
