import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { boardAs } from '../access/boardAs.ts';
import type { Apis } from '../apis.ts';
import { boardRules } from '../domain/boards.ts';
import { holdCases } from '../permissions.ts';
import { guestNotStaff, noGuests } from '../problems.ts';
import { boardView } from '../queries/boardViews.ts';
import type { BoardView, NewCase } from '../schemas/boards.ts';
import { addGuest, boardsByIds, insertBoards, openToStudent, removeGuest } from '../store/boards.ts';

const empty = { groupId: null, subgroupId: null, courseId: null, studentId: null, onlyOne: null };

async function viewById(scope: WriteScope, apis: Apis, id: string): Promise<BoardView> {
  const [board] = await boardsByIds(scope.db, [id]);
  if (!board) throw new Error('A board went away in its own transaction');
  return boardView(scope, apis, board);
}

/** A council: a board for all staff and nobody else. */
export async function holdCouncil(scope: WriteScope, apis: Apis, name: string): Promise<BoardView> {
  const id = scope.newId();
  const made = { madeById: scope.actor.personId, madeAt: scope.now };
  await insertBoards(scope.db, [{ ...empty, id, kind: 'council', name, ...made }]);
  await apis.audit.record(scope, { act: 'forum.council-held', entity: 'forum.board', entityId: id });
  return viewById(scope, apis, id);
}

/** A case conference about a student: staff who are invited, the one who holds it among them. */
export async function holdCase(
  scope: WriteScope,
  apis: Apis,
  { name, studentId, guestIds }: NewCase,
): Promise<BoardView> {
  await apis.school.studentAs(scope, holdCases, studentId);
  const id = scope.newId();
  const made = { madeById: scope.actor.personId, madeAt: scope.now };
  await insertBoards(scope.db, [{ ...empty, id, kind: 'case', name, studentId, ...made }]);
  await inviteAll(scope, apis, id, [scope.actor.personId, ...guestIds]);
  await apis.audit.record(scope, {
    act: 'forum.case-held',
    aboutPersonId: studentId,
    entity: 'forum.board',
    entityId: id,
  });
  return viewById(scope, apis, id);
}

async function inviteAll(scope: WriteScope, { school }: Apis, boardId: string, personIds: readonly string[]) {
  const ids = [...new Set(personIds)];
  const staff = await school.staffRolesAmong(scope, ids);
  for (const personId of ids) {
    if (!staff.get(personId)?.length) throw new Problem(guestNotStaff, { personId });
    await addGuest(scope.db, { boardId, personId, invitedById: scope.actor.personId, invitedAt: scope.now });
  }
}

async function boardWithGuests(scope: WriteScope, apis: Apis, id: string) {
  const board = await boardAs(scope, apis.school, 'keep', id);
  if (!boardRules[board.kind].invites) throw new Problem(noGuests);
  return board;
}

/** Invites somebody of the staff by name, or takes the invitation back. */
export async function setGuest(
  scope: WriteScope,
  apis: Apis,
  { boardId, personId }: { readonly boardId: string; readonly personId: string },
  isInvited: boolean,
): Promise<BoardView> {
  const board = await boardWithGuests(scope, apis, boardId);
  if (isInvited) await inviteAll(scope, apis, boardId, [personId]);
  else await removeGuest(scope.db, { boardId, personId });
  await apis.audit.record(scope, {
    act: isInvited ? 'forum.guest-invited' : 'forum.guest-removed',
    ...(board.studentId ? { aboutPersonId: board.studentId } : {}),
    entity: 'forum.board',
    entityId: boardId,
    detail: { personId },
  });
  return viewById(scope, apis, boardId);
}

/** Opens a progress thread to its student, or closes it to them. */
export async function setOpenToStudent(
  scope: WriteScope,
  apis: Apis,
  id: string,
  mayStudentRead: boolean,
): Promise<BoardView> {
  const board = await boardAs(scope, apis.school, 'keep', id);
  if (board.kind !== 'progress') throw new Problem(noGuests);
  await openToStudent(scope.db, id, mayStudentRead);
  await apis.audit.record(scope, {
    act: 'forum.opened-to-student',
    ...(board.studentId ? { aboutPersonId: board.studentId } : {}),
    entity: 'forum.board',
    entityId: id,
    detail: { mayStudentRead },
  });
  return viewById(scope, apis, id);
}
