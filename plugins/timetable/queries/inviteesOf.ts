import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { dayOf, type PersonCard } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';
import type { Audience } from '../domain/meetings/meeting.ts';
import { planMeetings } from '../permissions.ts';
import { inviteeUnknown, tooManyInvited } from '../problems.ts';
import { mostInvited, type NewMeeting } from '../schemas/meetings.ts';

type Invitation = Pick<NewMeeting, 'personIds' | 'groups'>;

/** Everybody whom an invitation means, each once, and whoever plans it. Refuses people whom the actor does not see. */
export async function inviteesOf(
  apis: Apis,
  scope: ReadScope,
  { personIds, groups }: Invitation,
): Promise<readonly PersonCard[]> {
  const seen = new Set(await apis.school.seenAmong(scope, personIds));
  const { personId } = scope.actor;
  if (personIds.some((id) => id !== personId && !seen.has(id))) throw new Problem(inviteeUnknown);
  const found = new Set([...(personId ? [personId] : []), ...personIds]);
  for (const { groupId, whom } of groups)
    for (const id of await peopleOfGroup(apis, scope, groupId, whom)) found.add(id);
  if (found.size > mostInvited) throw new Problem(tooManyInvited, { most: mostInvited });
  const cards = await apis.people.peopleByIds(scope.db, [...found]);
  const active = cards.filter(({ isActive }) => isActive);
  if (personIds.some((id) => !active.some((card) => card.id === id))) throw new Problem(inviteeUnknown);
  return active.toSorted((a, b) => a.name.localeCompare(b.name));
}

async function peopleOfGroup(
  apis: Apis,
  scope: ReadScope,
  groupId: string,
  whom: readonly Audience[],
): Promise<readonly string[]> {
  await apis.school.groupAs(scope, planMeetings, groupId);
  const today = dayOf(scope.now);
  const group = await apis.school.groupWithPeople(scope.db, groupId, { fromOn: today, untilOn: today });
  const students = (group?.members ?? []).map(({ personId }) => personId);
  const guardians = whom.includes('guardians') ? await apis.people.guardiansOf(scope, students) : [];
  return [
    ...(whom.includes('students') ? students : []),
    ...guardians.map(({ guardian }) => guardian.id),
    ...(whom.includes('team') ? await teamOf(apis, scope, groupId) : []),
  ];
}

/** Tutors of the group, and whoever teaches in it. */
async function teamOf({ school }: Apis, scope: ReadScope, groupId: string): Promise<readonly string[]> {
  const tutors = await school.tutorsOf(scope, [groupId]);
  const courses = await school.coursesOfGroups(scope.db, [groupId]);
  return [...tutors.map(({ personId }) => personId), ...courses.flatMap(({ teacherId }) => teacherId ?? [])];
}
