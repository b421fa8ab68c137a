import { system } from '../../../server/access/actor.ts';
import { schoolApi } from '../../../server/school/api.ts';
import type { TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { keepBoards } from '../commands/keepBoards.ts';
import type { BoardKind } from '../domain/boards.ts';

type One = { readonly id: string };

/** A group of two students with guardians, a tutor, a teacher and a course; beside it somebody from another group. */
export async function forumSchool(test: TestApp) {
  const { school, app } = test;
  const homeSchool = await school.homeSchool();
  const group = await school.group({ name: '7 A' });
  const tutor = await school.person({ givenName: 'Tatiana' });
  await school.tutor(group, tutor);
  const luis = await school.student({ givenName: 'Luis', homeSchoolId: homeSchool.id });
  const marta = await school.student({ givenName: 'Marta', homeSchoolId: homeSchool.id });
  for (const student of [luis, marta]) await school.member(group, student);
  const mother = await school.guardian(luis, { givenName: 'Elena' });
  const otherMother = await school.guardian(marta, { givenName: 'Olga' });
  const teacher = await school.staff('teacher');
  const course = await school.course(group, { teacherId: teacher.id });
  const elsewhere = await school.group({ name: '8 B' });
  const stranger = await school.student();
  await school.member(elsewhere, stranger);
  await app.scopes.inWrite(system, (scope) => keepBoards(scope, { school: app.api(schoolApi) }));
  const boardOf = async (kind: BoardKind, of: Partial<Record<'groupId' | 'courseId' | 'studentId', string>> = {}) => {
    const found: One | undefined = await app.database
      .reader('forum_board')
      .where({ kind, ...of })
      .first('id');
    if (!found) throw new Error(`There is no board ${kind}`);
    return found.id;
  };
  return {
    ...{ group, tutor, luis, marta, mother, otherMother, teacher, course, elsewhere, stranger, boardOf },
    groupBoard: await boardOf('group', { groupId: group.id }),
    progressOf: (student: One) => boardOf('progress', { studentId: student.id }),
    inWrite: <T>(work: Parameters<typeof app.scopes.inWrite<T>>[1]) => app.scopes.inWrite(system, work),
  };
}

export const aTopic = (app: TestApp['app'], over: object = {}) => ({
  clientId: app.newId(),
  title: 'A question',
  text: 'Where do we meet?',
  ...over,
});

/** Begins a topic and answers its id and the id of its first post. */
export async function openTopicAs(
  { app }: TestApp,
  agent: TestAgent,
  boardId: string,
  over: object = {},
): Promise<{ topicId: string; postId: string }> {
  const { body } = await agent.post(`/api/forum/boards/${boardId}/topics`).send(aTopic(app, over)).expect(201);
  return { topicId: body.topic.id, postId: body.posts[0].id };
}

export const answerAs = ({ app }: TestApp, agent: TestAgent, topicId: string, text: string) =>
  agent.post(`/api/forum/topics/${topicId}/posts`).send({ clientId: app.newId(), text });
