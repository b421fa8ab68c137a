import type { Knex } from 'knex';
import { system } from '../../server/access/actor.ts';
import { searchApi } from '../../server/search/api.ts';
import type { TestApp } from '../harness/eachApp.ts';

interface Of {
  readonly mark: string;
  readonly groupId: string;
  readonly studentId: string;
  readonly tutorId: string;
}

interface Forum {
  readonly boardId: string;
  /** The progress thread of the student. */
  readonly progressBoardId: string;
  readonly topicId: string;
  readonly postId: string;
  readonly reportId: string;
  readonly materialId: string;
  readonly mailingId: string;
  readonly letterId: string;
  readonly packId: string;
}

/** The board of a group, with a topic and poll of its student that its tutor has reported; ids without rows when there is no forum. */
export async function makeForum({ app }: TestApp, { mark, groupId, studentId, tutorId }: Of): Promise<Forum> {
  const made: Forum = {
    boardId: app.newId(),
    progressBoardId: await makeProgress({ app }, { studentId, tutorId, mark }),
    topicId: app.newId(),
    postId: app.newId(),
    reportId: app.newId(),
    materialId: app.newId(),
    mailingId: app.newId(),
    letterId: app.newId(),
    packId: app.newId(),
  };
  if (!app.loaded.some(({ plugin }) => plugin.ref.plugin === 'forum')) return made;
  const { boardId, topicId, postId, reportId } = made;
  const now = app.clock();
  const poll = { topicId, question: 'When?', optionsJson: JSON.stringify(['Now', 'Later']), isMultiple: true };
  await app.database.write(async (trx) => {
    await trx('forum_board').insert({ id: boardId, kind: 'group', groupId, mayStudentRead: false, madeAt: now });
    await insertTalk(trx, { boardId, topicId, postId, authorId: studentId, text: boardTalk(mark) }, now);
    await trx('forum_poll').insert(poll);
    await trx('forum_report').insert({ id: reportId, postId, reporterId: tutorId, reason: 'Rude', reportedAt: now });
    await insertMaterials(trx, made, { groupId, studentId }, now);
  });
  await makeFound({ app }, { postId, boardId, text: boardTalk(mark) });
  return made;
}

/** What is said on the board of a group, and in the progress thread of a student: of the topic and of its post. */
export const boardTalk = (mark: string): string => `A talk on the board of ${mark}`;
export const progressTalk = (mark: string): string => `A talk of the progress of ${mark}`;

/** The progress thread of a student, in which the tutor has written. */
export async function makeProgress(
  { app }: Pick<TestApp, 'app'>,
  { studentId, tutorId, mark }: Omit<Of, 'groupId'>,
): Promise<string> {
  const [boardId, topicId, postId] = [app.newId(), app.newId(), app.newId()];
  if (!app.loaded.some(({ plugin }) => plugin.ref.plugin === 'forum')) return boardId;
  const now = app.clock();
  const board = { id: boardId, kind: 'progress', studentId, mayStudentRead: false, madeAt: now };
  await app.database.write(async (trx) => {
    await trx('forum_board').insert(board);
    await insertTalk(trx, { boardId, topicId, postId, authorId: tutorId, text: progressTalk(mark) }, now);
  });
  await makeFound({ app }, { postId, boardId, text: progressTalk(mark) });
  return boardId;
}

interface Talk {
  readonly boardId: string;
  readonly topicId: string;
  readonly postId: string;
  readonly authorId: string;
  readonly text: string;
}

/** One topic with one post; both say the same. */
async function insertTalk(trx: Knex, { boardId, topicId, postId, authorId, text }: Talk, now: Date): Promise<void> {
  const topic = { id: topicId, boardId, title: text, authorId, madeAt: now, activeAt: now };
  const post = { id: postId, topicId, number: 1, sequence: 1, authorId, clientId: postId, text };
  await trx('forum_topic').insert({ ...topic, lastNumber: 1, lastSequence: 1 });
  await trx('forum_post').insert({ ...post, postedAt: now });
}

/** Lets a post be found by its words. */
const makeFound = (
  { app }: Pick<TestApp, 'app'>,
  { postId: key, boardId: place, text }: Pick<Talk, 'postId' | 'boardId' | 'text'>,
): Promise<void> =>
  app.scopes.inWrite(system, (scope) =>
    app.api(searchApi).put(scope, { owner: 'forum.post', key, place, text, authorId: null }),
  );

/** Something on the shelf, a letter to the student, and a pack. */
async function insertMaterials(
  trx: Knex,
  { materialId, mailingId, letterId, packId }: Forum,
  { groupId, studentId }: Pick<Of, 'groupId' | 'studentId'>,
  now: Date,
): Promise<void> {
  const letter = { id: letterId, mailingId, personId: studentId, studentId, text: 'Dear student' };
  const pack = { id: packId, studentId, groupId, materialIdsJson: '[]', note: '', madeAt: now };
  await trx('forum_material').insert({ id: materialId, groupId, title: 'A text', text: 'Read', addedAt: now });
  await trx('forum_mailing').insert({ id: mailingId, groupId, title: 'A letter', text: 'Dear', sentAt: now });
  await trx('forum_letter').insert(letter);
  await trx('forum_pack').insert(pack);
}

/** A template of letters; they are of everybody who writes letters. An id without a row when there is no forum. */
export async function makeTemplate({ app }: Pick<TestApp, 'app'>): Promise<string> {
  const templateId = app.newId();
  if (!app.loaded.some(({ plugin }) => plugin.ref.plugin === 'forum')) return templateId;
  const textsJson = JSON.stringify({ ru: { title: 'Письмо', text: 'Здравствуйте' } });
  await app.database.write(async (trx) => {
    await trx('forum_template').insert({ id: templateId, madeAt: app.clock() });
    await trx('forum_template_version').insert({ templateId, revision: 1, textsJson, savedAt: app.clock() });
  });
  return templateId;
}
