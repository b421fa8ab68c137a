import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { BoardKind } from '../domain/boards.ts';
import { insertBoards, type NewBoardRow, withoutBoard } from '../store/boards.ts';

const everything = [{ kind: 'everything' }] as const;
/** In one transaction; the rest comes with the next call. */
const mostAtOnce = 2000;

/**
 * Makes the boards that are missing: one for the school and one for its staff, three for each group, one for each subgroup, course and
 * student. Doing it again makes nothing.
 */
export async function keepBoards(scope: WriteScope, { school }: Pick<Apis, 'school'>): Promise<void> {
  const { db } = scope;
  const missing = async (kind: BoardKind, column: 'groupId' | 'subgroupId' | 'courseId' | 'studentId') => {
    const all = {
      groupId: school.groupIdsWithin,
      subgroupId: school.subgroupIdsWithin,
      courseId: school.courseIdsWithin,
      studentId: school.studentIdsWithin,
    }[column](scope, everything);
    const ids = await withoutBoard(db, kind, column, all);
    return ids.slice(0, mostAtOnce).map((id) => newBoard(scope, kind, { [column]: id }, `${kind}:${id}`));
  };
  const boards = [
    newBoard(scope, 'school', {}, 'school'),
    newBoard(scope, 'council', {}, 'council'),
    ...(await missing('group', 'groupId')),
    ...(await missing('guardians', 'groupId')),
    ...(await missing('group-staff', 'groupId')),
    ...(await missing('subgroup', 'subgroupId')),
    ...(await missing('subject', 'courseId')),
    ...(await missing('progress', 'studentId')),
  ];
  await insertBoards(db, boards);
}

type Anchor = Partial<Pick<NewBoardRow, 'groupId' | 'subgroupId' | 'courseId' | 'studentId'>>;

/** A board of the school's own structure, made by nobody in particular. */
function newBoard(scope: WriteScope, kind: BoardKind, anchor: Anchor, onlyOne: string): NewBoardRow {
  const none = { name: null, groupId: null, subgroupId: null, courseId: null, studentId: null };
  return { ...none, ...anchor, id: scope.newId(), kind, onlyOne, madeById: null, madeAt: scope.now };
}
