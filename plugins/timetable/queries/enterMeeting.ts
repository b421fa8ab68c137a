import { dateTime } from '../../../server/host/readableValues.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { meetingAs } from '../access/meetingAs.ts';
import type { Apis } from '../apis.ts';
import { decideEntry } from '../domain/lessons/entry.ts';
import { meetingOver, roomNotOpen } from '../problems.ts';
import { namesOf } from './names.ts';

/** The address at which the actor enters a meeting: whoever planned it as moderator, all others as guests. */
export async function enterMeeting(apis: Apis, scope: ReadScope, id: string): Promise<{ url: string }> {
  const { meeting, mayChange, whose } = await meetingAs(apis, scope, id);
  const entry = decideEntry(meeting, scope.now);
  if (!entry.ok) {
    if (entry.why === 'too-early')
      throw new Problem(roomNotOpen, { opensAt: dateTime(entry.opensAt, scope.actor.language, scope.actor.zone) });
    throw new Problem(meetingOver, { id });
  }
  if (meeting.ownLink) return { url: meeting.ownLink };
  const { personId: actorId } = scope.actor;
  // A parent whose child is invited comes in under the child's name: the device is the family's.
  const personId = whose.includes(actorId) ? actorId : (whose[0] ?? actorId);
  const names = await namesOf(apis, scope.db, { people: [personId], courses: [] });
  const name = names.person(personId);
  const visit = { roomId: id, title: meeting.title, personId, name, isModerator: mayChange, until: entry.until };
  return { url: await apis.rooms.enter(visit) };
}
