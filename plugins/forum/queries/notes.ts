import { localOf } from '../../../server/calendar/api.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { textBlocks } from '../../../server/markdown/textBlocks.ts';
import { dayOf, type GuardianOf, type StudentCard } from '../../../server/people/api.ts';
import { boardIdsFor } from '../access/boardIds.ts';
import type { Apis } from '../apis.ts';
import { fingerprintOf } from '../domain/fingerprint.ts';
import { mondayOf, sundayOf, weekToWrite } from '../domain/noteWeek.ts';
import { writeNotes } from '../permissions.ts';
import type { NoteList, NotesToday, NoteView } from '../schemas/notes.ts';
import { type NoteRow, notesOf, waitingAbout, waitingFor } from '../store/notes.ts';
import { postsByIds } from '../store/posts.ts';
import { receiptsOf } from '../store/receipts.ts';

type Parts = Pick<Apis, 'school' | 'people' | 'progress'>;

export interface Composed {
  readonly text: string;
  readonly fingerprint: string;
}

/** A note as it would be posted now, in the languages of those who will read it. */
export async function composeNote(
  scope: ReadScope,
  { progress }: Parts,
  student: StudentCard,
  guardians: readonly GuardianOf[],
  note: { readonly weekOn: string; readonly remark: string },
): Promise<Composed> {
  const readers = guardians.length > 0 ? guardians.map(({ guardian }) => guardian) : [student];
  const text = await progress.noteOf(
    scope,
    {
      studentId: student.id,
      remark: note.remark,
      fromOn: note.weekOn,
      untilOn: sundayOf(note.weekOn),
    },
    readers,
  );
  return { text, fingerprint: fingerprintOf(text) };
}

/** The notes of a group's week: drafts with what would be posted, and posted ones with who has read them. */
export async function listNotes(
  scope: ReadScope,
  parts: Parts,
  groupId: string,
  asked: string | undefined,
): Promise<NoteList> {
  const group = await parts.school.groupAs(scope, writeNotes, groupId);
  const weekOn = mondayOf(asked ?? weekToWrite(localOf(scope.now, scope.actor.zone).on));
  const students = await studentsOf(scope, parts, groupId);
  const notes = await notesOf(
    scope.db,
    students.map(({ id }) => id),
    weekOn,
  );
  const guardians = await parts.people.guardiansOf(
    scope,
    students.map(({ id }) => id),
  );
  const items: NoteView[] = [];
  for (const student of students) {
    const note = notes.find(({ studentId }) => studentId === student.id);
    const own = guardians.filter(({ studentId }) => studentId === student.id);
    items.push(
      note?.postId
        ? await postedView(scope, parts, student, note)
        : await draftView(scope, parts, student, own, { weekOn, note }),
    );
  }
  return { weekOn, untilOn: sundayOf(weekOn), group: { id: group.id, name: group.name }, items };
}

async function studentsOf(scope: ReadScope, { school }: Parts, groupId: string): Promise<readonly StudentCard[]> {
  const today = dayOf(scope.now);
  const found = await school.groupWithPeople(scope.db, groupId, { fromOn: today, untilOn: today });
  return found?.members.map(({ student }) => student) ?? [];
}

async function draftView(
  scope: ReadScope,
  parts: Parts,
  student: StudentCard,
  guardians: readonly GuardianOf[],
  { weekOn, note }: { readonly weekOn: string; readonly note: NoteRow | undefined },
): Promise<NoteView> {
  const remark = note?.remark ?? '';
  const { text, fingerprint } = await composeNote(scope, parts, student, guardians, { weekOn, remark });
  return {
    ...{ weekOn, remark, fingerprint },
    student: { id: student.id, name: student.name },
    revision: note?.revision ?? 0,
    blocks: textBlocks(text),
    posted: null,
    readers: guardians.map(({ guardian: { id, name } }) => ({ person: { id, name }, confirmedAt: null })),
  };
}

async function postedView(scope: ReadScope, { people }: Parts, student: StudentCard, note: NoteRow): Promise<NoteView> {
  const [post] = await postsByIds(scope.db, note.postId ? [note.postId] : []);
  const receipts = post ? await receiptsOf(scope.db, [post.id]) : [];
  const cards = await people.peopleByIds(
    scope.db,
    receipts.map(({ personId }) => personId),
  );
  return {
    student: { id: student.id, name: student.name },
    weekOn: note.weekOn,
    remark: note.remark,
    revision: note.revision,
    blocks: textBlocks(post?.text ?? '', { linkify: true }),
    fingerprint: '',
    posted: post ? { topicId: post.topicId, number: post.number } : null,
    readers: receipts.flatMap(({ personId, confirmedAt }) => {
      const card = cards.find(({ id }) => id === personId);
      return card
        ? [{ person: { id: personId, name: card.name }, confirmedAt: confirmedAt?.toISOString() ?? null }]
        : [];
    }),
  };
}

const patienceMs = 3 * 86_400_000;
const forgottenMs = 30 * 86_400_000;

/** What Today shows of notes: to confirm, to post, not read for days. */
export async function notesToday(scope: ReadScope, parts: Parts): Promise<NotesToday> {
  const { db, actor, now } = scope;
  const toConfirm = await waitingFor(db, actor.personId, boardIdsFor(scope, parts.school, 'read'));
  const ownGroups = actor.grants.flatMap(({ role, scope: one }) =>
    role === 'tutor' && one.kind === 'group' ? one.id : [],
  );
  const late =
    ownGroups.length > 0
      ? await waitingAbout(db, boardIdsFor(scope, parts.school, 'keep'), {
          from: new Date(now.getTime() - forgottenMs),
          before: new Date(now.getTime() - patienceMs),
        })
      : [];
  const cards = await parts.people.peopleByIds(db, [
    ...new Set([...toConfirm, ...late].flatMap(({ studentId, personId }) => [studentId, personId])),
  ]);
  const brief = (id: string) => ({ id, name: cards.find((card) => card.id === id)?.name ?? '' });
  return {
    toConfirm: toConfirm.map(({ postId, topicId, number, studentId, postedAt }) => ({
      ...{ postId, topicId, number },
      student: brief(studentId),
      postedAt: postedAt.toISOString(),
    })),
    toPost: await leftToPost(scope, parts, ownGroups),
    unconfirmed: late.map(({ topicId, number, studentId, personId, postedAt }) => ({
      ...{ topicId, number },
      student: brief(studentId),
      reader: brief(personId),
      postedAt: postedAt.toISOString(),
    })),
  };
}

async function leftToPost(scope: ReadScope, parts: Parts, groupIds: readonly string[]): Promise<NotesToday['toPost']> {
  const weekOn = weekToWrite(localOf(scope.now, scope.actor.zone).on);
  const left: NotesToday['toPost'] = [];
  for (const { id, name } of await parts.school.groupsByIds(scope.db, groupIds)) {
    const students = await studentsOf(scope, parts, id);
    const notes = await notesOf(
      scope.db,
      students.map((student) => student.id),
      weekOn,
    );
    const posted = notes.filter(({ postId }) => postId !== null).length;
    if (posted < students.length)
      left.push({ group: { id, name }, weekOn, left: students.length - posted, of: students.length });
  }
  return left;
}
