import { may, scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope, WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { changedMeanwhile } from '../../../server/http/problems.ts';
import type { Apis } from '../apis.ts';
import type { Invited, Meeting } from '../domain/meetings/meeting.ts';
import { planMeetings, seeLessons } from '../permissions.ts';
import { meetingNotYours, meetingOver, meetingUnknown } from '../problems.ts';
import { invitedTo, lockMeeting, meetingById } from '../store/meetings.ts';

export interface SeenMeeting {
  readonly meeting: Meeting;
  readonly invited: readonly Invited[];
  /** The actor, or children of the actor. */
  readonly whose: readonly string[];
  readonly mayChange: boolean;
}

/** Whose meetings are the actor's business: one's own, and those of one's children. */
export const ownAndChildren = ({ actor }: ReadScope): ReadonlySet<string> =>
  new Set([
    ...(actor.kind === 'person' ? [actor.personId] : []),
    ...scopesOf(actor, seeLessons).flatMap((one) => (one.kind === 'child' ? [one.id] : [])),
  ]);

/** The meeting, for those who are invited, and the parents of those. Nobody else learns that it exists. */
export async function meetingAs(apis: Pick<Apis, 'people'>, scope: ReadScope, id: string): Promise<SeenMeeting> {
  return seen(apis, scope, id, await meetingById(scope.db, id));
}

async function seen(
  { people }: Pick<Apis, 'people'>,
  scope: ReadScope,
  id: string,
  meeting: Meeting | undefined,
): Promise<SeenMeeting> {
  if (!meeting) throw new Problem(meetingUnknown, { id });
  const invited = await invitedTo(scope.db, [id]);
  const own = ownAndChildren(scope);
  const whose = invited.map(({ personId }) => personId).filter((personId) => own.has(personId));
  if (whose.length === 0) throw new Problem(meetingUnknown, { id });
  const { personId } = scope.actor;
  const isMaker = meeting.madeById === personId;
  // When whoever planned it has left, any of the staff who come may see to it.
  const isOrphan =
    !isMaker && !(await people.peopleByIds(scope.db, [meeting.madeById])).some(({ isActive }) => isActive);
  const isHeir = isOrphan && whose.includes(personId) && may(scope.actor, planMeetings);
  return { meeting, invited, whose, mayChange: isMaker || isHeir };
}

/** The meeting, kept from others until the commit, for whoever planned it; refuses one that is over or cancelled. */
export async function meetingToChange(
  apis: Pick<Apis, 'people'>,
  scope: WriteScope,
  id: string,
  seenRevision: number,
): Promise<SeenMeeting> {
  const found = await seen(apis, scope, id, await lockMeeting(scope.db, id));
  if (!found.mayChange) throw new Problem(meetingNotYours, { id });
  const { revision, state, endsAt } = found.meeting;
  if (revision !== seenRevision) throw new Problem(changedMeanwhile, { revision });
  if (state === 'cancelled' || endsAt <= scope.now) throw new Problem(meetingOver, { id });
  return found;
}
