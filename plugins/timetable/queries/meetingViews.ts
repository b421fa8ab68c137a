import type { ReadScope } from '../../../server/host/scope.ts';
import { meetingAs, ownAndChildren } from '../access/meetingAs.ts';
import type { Apis } from '../apis.ts';
import type { Invited, Meeting } from '../domain/meetings/meeting.ts';
import type { MeetingBrief, MeetingList, MeetingsQuery, MeetingView } from '../schemas/meetings.ts';
import { invitedTo, meetingsAround, meetingsOf } from '../store/meetings.ts';
import { type Names, namesOf } from './names.ts';

/** Where it is entered, the same for its whole life: the link that was given, or the school's video server. */
export const meetingAddress = ({ rooms }: Pick<Apis, 'rooms'>, { id, ownLink }: Pick<Meeting, 'id' | 'ownLink'>) =>
  ownLink ?? rooms.addressOf(`meeting/${id}`);

const brief = (
  apis: Apis,
  meeting: Meeting,
  invited: readonly Invited[],
  own: ReadonlySet<string>,
  names: Names,
): MeetingBrief => ({
  id: meeting.id,
  title: meeting.title,
  startsAt: meeting.startsAt.toISOString(),
  endsAt: meeting.endsAt.toISOString(),
  state: meeting.state,
  joinUrl: meeting.state === 'planned' ? meetingAddress(apis, meeting) : null,
  madeBy: { id: meeting.madeById, name: names.person(meeting.madeById) },
  people: invited.length,
  whose: invited.map(({ personId }) => personId).filter((id) => own.has(id)),
});

/** Meetings of the actor and of the actor's children within a range. */
export async function ownMeetings(
  apis: Apis,
  scope: ReadScope,
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
): Promise<readonly MeetingBrief[]> {
  const own = ownAndChildren(scope);
  return briefs(apis, scope, await meetingsOf(scope.db, [...own], startsAt, endsAt), own);
}

const mostListed = 100;

/** Meetings of the actor and of the actor's children: those to come, or the last ones that are over. */
export async function listMeetings(apis: Apis, scope: ReadScope, { when }: MeetingsQuery): Promise<MeetingList> {
  const own = ownAndChildren(scope);
  const found = await meetingsAround(scope.db, [...own], { when, now: scope.now, limit: mostListed });
  return { items: await briefs(apis, scope, found, own) };
}

async function briefs(
  apis: Apis,
  scope: ReadScope,
  meetings: readonly Meeting[],
  own: ReadonlySet<string>,
): Promise<MeetingBrief[]> {
  if (meetings.length === 0) return [];
  const invited = await invitedTo(
    scope.db,
    meetings.map(({ id }) => id),
  );
  const names = await namesOf(apis, scope.db, { people: meetings.map(({ madeById }) => madeById), courses: [] });
  return meetings.map((meeting) =>
    brief(
      apis,
      meeting,
      invited.filter(({ meetingId }) => meetingId === meeting.id),
      own,
      names,
    ),
  );
}

/** One meeting, with everybody who is invited. */
export async function showMeeting(apis: Apis, scope: ReadScope, id: string): Promise<MeetingView> {
  const { meeting, invited, mayChange } = await meetingAs(apis, scope, id);
  const names = await namesOf(apis, scope.db, {
    people: [meeting.madeById, ...invited.map(({ personId }) => personId)],
    courses: [],
  });
  const isOpen = meeting.state === 'planned' && meeting.endsAt > scope.now;
  return {
    ...brief(apis, meeting, invited, ownAndChildren(scope), names),
    invited: invited
      .map(({ personId, isExpected }) => ({ id: personId, name: names.person(personId), isExpected }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    revision: meeting.revision,
    may: { change: mayChange && isOpen },
  };
}
