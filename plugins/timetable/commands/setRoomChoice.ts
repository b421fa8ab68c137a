import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { changedMeanwhile } from '../../../server/http/problems.ts';
import type { Apis } from '../apis.ts';
import { setGroupPolicy } from '../permissions.ts';
import { roomNotThere } from '../problems.ts';
import { groupRoom, ownRoom } from '../queries/roomChoices.ts';
import type { RoomChoiceInput, RoomChoiceView } from '../schemas/roomChoices.ts';
import { putRoomChoice, type RoomOwner } from '../store/roomChoices.ts';

/** Says where a group holds its lessons. Links of lessons stay as they are; only where they lead changes. */
export async function setGroupRoom(
  apis: Apis,
  scope: WriteScope,
  groupId: string,
  seenRevision: number,
  choice: RoomChoiceInput,
): Promise<RoomChoiceView> {
  await apis.school.groupAs(scope, setGroupPolicy, groupId);
  await store(scope, { groupId }, await groupRoom(apis, scope, groupId), seenRevision, choice);
  await apis.audit.record(scope, {
    act: 'timetable.group-room-set',
    entity: 'timetable.room-choice',
    entityId: groupId,
    detail: { provider: choice.provider },
  });
  return groupRoom(apis, scope, groupId);
}

/** The same for a teacher's own lessons. */
export async function setOwnRoom(
  apis: Apis,
  scope: WriteScope,
  seenRevision: number,
  choice: RoomChoiceInput,
): Promise<RoomChoiceView> {
  const { personId: teacherId } = scope.actor;
  await store(scope, { teacherId }, await ownRoom(apis, scope), seenRevision, choice);
  return ownRoom(apis, scope);
}

async function store(
  scope: WriteScope,
  owner: RoomOwner,
  { revision, options }: RoomChoiceView,
  seenRevision: number,
  { provider, link }: RoomChoiceInput,
): Promise<void> {
  if (!options.includes(provider)) throw new Problem(roomNotThere, { provider });
  const isStored =
    revision === seenRevision &&
    (await putRoomChoice(scope.db, scope.newId(), owner, { provider, link, revision: seenRevision + 1 }));
  if (!isStored) throw new Problem(changedMeanwhile, { revision });
}
