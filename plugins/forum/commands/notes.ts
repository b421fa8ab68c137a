import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { changedMeanwhile } from '../../../server/http/problems.ts';
import { boardAs } from '../access/boardAs.ts';
import type { Apis } from '../apis.ts';
import { mondayOf } from '../domain/noteWeek.ts';
import { notePosted } from '../events.ts';
import { writeNotes } from '../permissions.ts';
import { boardUnknown, notePostedAlready, notesDiffer } from '../problems.ts';
import { composeNote } from '../queries/notes.ts';
import type { NoteRemark, NotesToPost } from '../schemas/notes.ts';
import { progressBoardOf } from '../store/boards.ts';
import { changeNote, holdNote, insertNote, type NoteRow, topicOfNotes } from '../store/notes.ts';
import { askReceipts } from '../store/receipts.ts';
import { holdTopic, insertTopic } from '../store/topics.ts';
import { addPost } from './writePost.ts';

/** The note of a week, made when it is new and held until the end of the transaction. */
async function heldNote(scope: WriteScope, studentId: string, weekOn: string): Promise<NoteRow> {
  const written = { writtenById: scope.actor.personId, writtenAt: scope.now };
  await insertNote(scope.db, { id: scope.newId(), studentId, weekOn, ...written });
  const note = await holdNote(scope.db, studentId, weekOn);
  if (!note) throw new Error('A note went away in its own transaction');
  return note;
}

/** Stores what the tutor adds to the sections. Returns the new revision. */
export async function saveRemark(
  scope: WriteScope,
  apis: Apis,
  { studentId, weekOn }: { readonly studentId: string; readonly weekOn: string },
  { remark, revision }: NoteRemark,
): Promise<number> {
  await apis.school.studentAs(scope, writeNotes, studentId);
  const note = await heldNote(scope, studentId, mondayOf(weekOn));
  if (note.postId) throw new Problem(notePostedAlready);
  if (note.revision !== revision) throw new Problem(changedMeanwhile, { revision: note.revision });
  await changeNote(scope.db, note.id, { remark, writtenById: scope.actor.personId, writtenAt: scope.now });
  return note.revision + 1;
}

/** Posts notes to the progress threads of their students, all of them or none: each exactly as it was previewed. */
export async function postNotes(scope: WriteScope, apis: Apis, { weekOn, notes }: NotesToPost): Promise<number> {
  // In one order, so that two who post the same notes wait for each other instead of blocking each other.
  const inOrder = [...new Map(notes.map((note) => [note.studentId, note])).values()].sort((a, b) =>
    a.studentId.localeCompare(b.studentId),
  );
  for (const { studentId, fingerprint } of inOrder)
    await postNote(scope, apis, { studentId, weekOn: mondayOf(weekOn), fingerprint });
  return inOrder.length;
}

async function postNote(
  scope: WriteScope,
  apis: Apis,
  {
    studentId,
    weekOn,
    fingerprint,
  }: { readonly studentId: string; readonly weekOn: string; readonly fingerprint: string },
): Promise<void> {
  const student = await apis.school.studentAs(scope, writeNotes, studentId);
  const boardId = await progressBoardOf(scope.db, studentId);
  if (!boardId) throw new Problem(boardUnknown, { id: studentId });
  await boardAs(scope, apis.school, 'open', boardId);
  const note = await heldNote(scope, studentId, weekOn);
  if (note.postId) throw new Problem(notePostedAlready, { name: student.name });
  const guardians = await apis.people.guardiansOf(scope, [studentId]);
  const composed = await composeNote(scope, apis, student, guardians, note);
  if (composed.fingerprint !== fingerprint) throw new Problem(notesDiffer, { name: student.name });
  const topicId = (await topicOfNotes(scope.db, boardId)) ?? (await openThread(scope, boardId));
  await holdTopic(scope.db, topicId);
  const post = await addPost(scope, apis, {
    ...{ topicId, boardId, text: composed.text },
    clientId: note.id,
    fileIds: [],
    isNote: true,
  });
  await askReceipts(scope.db, post.id, [...new Set(guardians.map(({ guardian }) => guardian.id))], scope.now);
  await changeNote(scope.db, note.id, { postId: post.id, writtenById: scope.actor.personId, writtenAt: scope.now });
  scope.emit(notePosted, { postId: post.id, studentId });
}

/** Without a title of its own: each reader sees it called in their own language. */
async function openThread(scope: WriteScope, boardId: string): Promise<string> {
  const id = scope.newId();
  const times = { madeAt: scope.now, activeAt: scope.now };
  await insertTopic(scope.db, { id, boardId, title: '', authorId: scope.actor.personId, ...times });
  return id;
}
