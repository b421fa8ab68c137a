import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { seeLessons, setGroupPolicy } from '../permissions.ts';
import type { RoomChoiceView } from '../schemas/roomChoices.ts';
import { choicesFor, type RoomChoice, type RoomOwner, roomChoiceOf } from '../store/roomChoices.ts';

/** Where a group that the actor sees holds its lessons. */
export async function groupRoom(apis: Apis, scope: ReadScope, groupId: string): Promise<RoomChoiceView> {
  await apis.school.groupAs(scope, seeLessons, groupId);
  const mayChange = (await apis.school.mayReachGroup(scope, setGroupPolicy, groupId)) === 'yes';
  const view = await roomView(apis, scope, { groupId }, mayChange);
  // The link is for those who may change it, as everywhere; others enter by the lesson.
  return mayChange ? view : { ...view, link: null };
}

/** Where the actor, a teacher, holds lessons of groups that chose nothing themselves. */
export const ownRoom = (apis: Apis, scope: ReadScope): Promise<RoomChoiceView> =>
  roomView(apis, scope, { teacherId: scope.actor.personId }, true);

async function roomView(
  { rooms }: Apis,
  { db }: ReadScope,
  owner: RoomOwner,
  mayChange: boolean,
): Promise<RoomChoiceView> {
  const { provider = 'usual', link = null, revision = 0 } = (await roomChoiceOf(db, owner)) ?? {};
  const options: RoomChoiceView['options'] = ['usual', ...rooms.providers, 'link'];
  return { provider, link, options, revision, may: { change: mayChange } };
}

/** Where a lesson without a link of its own is held: as the group chose, else as the teacher did, else as usual. */
export async function placeOfLesson(
  { db }: ReadScope,
  lesson: Pick<Lesson, 'groupId' | 'teacherId'>,
): Promise<Pick<RoomChoice, 'provider' | 'link'>> {
  const chosen = (await choicesFor(db, lesson)).find(({ provider }) => provider !== 'usual');
  return chosen ?? { provider: 'usual', link: null };
}
