import { may } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { boardAs, rightsOn } from '../access/boardAs.ts';
import { boardIdsFor } from '../access/boardIds.ts';
import type { Apis } from '../apis.ts';
import { boardRules, isStaffOnly } from '../domain/boards.ts';
import { holdCases, holdCouncils } from '../permissions.ts';
import type { Audience, BoardBrief, BoardList, BoardsQuery, BoardView } from '../schemas/boards.ts';
import type { PersonBrief } from '../schemas/common.ts';
import { type BoardRow, boardsAmong } from '../store/boards.ts';
import { unreadByBoard } from '../store/topics.ts';
import { nearPeople } from './nearPeople.ts';
import { newSince } from './newSince.ts';

type Parts = Pick<Apis, 'school' | 'people'>;

const pageSize = 60;

export async function listBoards(scope: ReadScope, parts: Parts, query: BoardsQuery): Promise<BoardList> {
  const { page, part, groupId, studentId } = query;
  const among = boardIdsFor(scope, parts.school, 'read');
  const kinds = part === 'progress' || studentId ? undefined : withoutProgress;
  const found = await boardsAmong(
    scope.db,
    among,
    { groupId, studentId, kinds: part === 'progress' ? ['progress'] : kinds },
    { offset: page * pageSize, limit: pageSize + 1 },
  );
  const shown = found.slice(0, pageSize);
  const briefs = await boardBriefs(scope, parts, shown);
  const unread = await unreadByBoard(
    scope.db,
    shown.map(({ id }) => id),
    scope.actor.personId,
    newSince(scope.now),
  );
  return {
    items: briefs.map((brief) => ({ ...brief, unread: unread.get(brief.id) ?? 0 })),
    hasMore: found.length > pageSize,
    may: { holdCouncils: may(scope.actor, holdCouncils), holdCases: may(scope.actor, holdCases) },
  };
}

const withoutProgress = [
  'school',
  'group',
  'subgroup',
  'guardians',
  'group-staff',
  'subject',
  'council',
  'case',
] as const;

/** Boards by what they belong to, in the same order. Asks for no rights. */
export async function boardBriefs(
  { db }: Pick<ReadScope, 'db'>,
  { school, people }: Parts,
  boards: readonly BoardRow[],
): Promise<BoardBrief[]> {
  const ids = (column: 'groupId' | 'subgroupId' | 'courseId' | 'studentId') => [
    ...new Set(boards.flatMap((board) => board[column] ?? [])),
  ];
  const courses = byId(await unlessNone(ids('courseId'), (some) => school.coursesByIds(db, some)));
  const subgroups = byId(await unlessNone(ids('subgroupId'), (some) => school.subgroupsByIds(db, some)));
  const students = byId(await unlessNone(ids('studentId'), (some) => people.peopleByIds(db, some)));
  const groupIds = [...ids('groupId'), ...[...subgroups.values()].map(({ groupId }) => groupId)];
  const groups = byId(await unlessNone([...new Set(groupIds)], (some) => school.groupsByIds(db, some)));
  return boards.map((board) => {
    const course = courses.get(board.courseId ?? '');
    const subgroup = subgroups.get(board.subgroupId ?? '');
    const group = groups.get(board.groupId ?? subgroup?.groupId ?? '');
    const student = students.get(board.studentId ?? '');
    return {
      id: board.id,
      kind: board.kind,
      name: board.name,
      group: course
        ? { id: course.groupId, name: course.groupName }
        : group
          ? { id: group.id, name: group.name }
          : null,
      subgroup: subgroup?.name ?? course?.subgroupName ?? null,
      subject: course?.subjectName ?? null,
      student: student ? { id: student.id, name: student.name } : null,
    };
  });
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** Nobody is asked for nothing. */
const unlessNone = async <T>(
  ids: readonly string[],
  ask: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> => (ids.length > 0 ? ask(ids) : []);

/** One board by what it belongs to. */
export async function boardBrief(scope: Pick<ReadScope, 'db'>, parts: Parts, board: BoardRow): Promise<BoardBrief> {
  const [brief] = await boardBriefs(scope, parts, [board]);
  if (!brief) throw new Error(`The board ${board.id} has no brief`);
  return brief;
}

/** One board with who reads it and what the actor may do. */
export async function showBoard(scope: ReadScope, parts: Parts, boardId: string): Promise<BoardView> {
  return boardView(scope, parts, await boardAs(scope, parts.school, 'read', boardId));
}

export async function boardView(scope: ReadScope, parts: Parts, board: BoardRow): Promise<BoardView> {
  const rights = await rightsOn(scope, parts.school, board.id);
  const takesGuests = boardRules[board.kind].invites === true;
  return {
    ...(await boardBrief(scope, parts, board)),
    audience: await audienceOf(scope, parts, board),
    may: {
      open: rights.open,
      reply: rights.reply,
      keep: rights.keep,
      invite: rights.keep && takesGuests,
      openToStudent: rights.keep && board.kind === 'progress',
    },
  };
}

const overseeing = ['admin', 'coordinator', 'head', 'lead-tutor', 'psychologist'] as const;

/** Who reads a board, in numbers, and by name where few do. */
async function audienceOf(scope: ReadScope, parts: Parts, board: BoardRow): Promise<Audience> {
  const near = await nearPeople(scope, parts, board);
  const named = [...near.tutors, ...near.teachers, ...near.guests, ...(isPrivate(board) ? near.guardians : [])];
  const cards = byId(await parts.people.peopleByIds(scope.db, [...new Set(named)]));
  const names = (ids: readonly string[]): PersonBrief[] =>
    ids.flatMap((id) => {
      const card = cards.get(id);
      return card ? [{ id, name: card.name }] : [];
    });
  const isWhole = boardRules[board.kind].anchor === 'nothing';
  return {
    students: near.students.length,
    guardians: near.guardians.length,
    guardianNames: isPrivate(board) ? names(near.guardians).map(({ name }) => name) : [],
    tutors: names(near.tutors).map(({ name }) => name),
    teachers: names(near.teachers).map(({ name }) => name),
    guests: names(near.guests),
    studentReads: board.mayStudentRead,
    overseers: isWhole ? [] : overseeing.filter((role) => boardRules[board.kind].read.includes(role)),
    everybody: isWhole ? (isStaffOnly(board.kind) ? 'staff' : 'school') : null,
  };
}

const isPrivate = ({ kind }: BoardRow): boolean => kind === 'progress';
