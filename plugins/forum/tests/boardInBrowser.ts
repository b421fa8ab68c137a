import { system } from '../../../server/access/actor.ts';
import { schoolApi } from '../../../server/school/api.ts';
import type { OpenWorld } from '../../../tests/browser/inBrowser.ts';
import { keepBoards } from '../commands/keepBoards.ts';

/** A group with its tutor, a student and their board. */
export async function boardInBrowser(open: OpenWorld) {
  const world = await open();
  const { school, app } = world;
  const group = await school.group();
  const tutor = await school.person();
  await school.tutor(group, tutor);
  const student = await school.student();
  await school.member(group, student);
  await app.scopes.inWrite(system, (scope) => keepBoards(scope, { school: app.api(schoolApi) }));
  const board: { id: string } | undefined = await app.database
    .reader('forum_board')
    .where({ kind: 'group' })
    .first('id');
  if (!board) throw new Error('The group has no board');
  return { ...world, group, tutor, student, boardId: board.id, author: await world.signIn(student) };
}
