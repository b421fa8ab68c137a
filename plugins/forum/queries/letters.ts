import type { Language } from '../../../server/host/language.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { fillMarkdown } from '../../../server/markdown/fillMarkdown.ts';
import { textBlocks } from '../../../server/markdown/textBlocks.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { GroupWithPeople } from '../../../server/school/api.ts';
import type { Apis } from '../apis.ts';
import { fingerprintOf } from '../domain/fingerprint.ts';
import { textFor } from '../domain/letterTexts.ts';
import { sendLetters } from '../permissions.ts';
import { letterUnknown, mailingUnknown, nothingWritten } from '../problems.ts';
import type { PersonBrief } from '../schemas/common.ts';
import type { Letter, LetterList, LettersPreview, LetterView, MailingList, MailingView } from '../schemas/materials.ts';
import {
  type LetterRow,
  letterById,
  lettersOf,
  lettersWaiting,
  type MailingRow,
  mailingsByIds,
  mailingsOf,
} from '../store/letters.ts';

type Parts = Pick<Apis, 'school' | 'people'>;

/** A letter as one person gets it. */
export interface MergedLetter {
  readonly person: PersonBrief;
  readonly student: PersonBrief | null;
  readonly title: string;
  readonly text: string;
}

interface Reader extends PersonBrief {
  readonly language: Language;
}

interface Receiver {
  readonly reader: Reader;
  readonly student: PersonBrief | null;
  readonly audience: 'student' | 'guardian' | 'teacher';
}

const brief = ({ id, name }: PersonBrief): PersonBrief => ({ id, name });

/** Writes a letter for everybody to whom it goes: a parent of two children in the group gets two, each naming the child. */
export async function mergeLetters(
  scope: ReadScope,
  parts: Parts,
  groupId: string,
  { texts, to }: Letter,
): Promise<readonly MergedLetter[]> {
  await parts.school.groupAs(scope, sendLetters, groupId);
  if (!textFor(texts, scope.actor.language, scope.actor.language)) throw new Problem(nothingWritten);
  const today = dayOf(scope.now);
  const group = await parts.school.groupWithPeople(scope.db, groupId, { fromOn: today, untilOn: today });
  if (!group) return [];
  const tutor = group.tutors.map(({ name }) => name).join(', ');
  return (await receiversIn(scope, parts, group, to))
    .map(({ reader, student, audience }): MergedLetter => {
      const written = textFor(texts, reader.language, scope.actor.language) ?? { title: '', text: '' };
      const values = { name: reader.name, student: student?.name ?? '', group: group.group.name, tutor };
      const text = fillMarkdown(written.text, { ...values, guide: `/guides/${audience}` });
      return { person: brief(reader), student: student && brief(student), title: written.title, text };
    })
    .sort(
      (a, b) =>
        a.person.name.localeCompare(b.person.name) || (a.student?.name ?? '').localeCompare(b.student?.name ?? ''),
    );
}

async function receiversIn(
  scope: ReadScope,
  { school, people }: Parts,
  { group, members }: GroupWithPeople,
  to: Letter['to'],
): Promise<readonly Receiver[]> {
  const students = members.map(({ student }) => student);
  const found: Receiver[] = [];
  if (to.includes('students'))
    found.push(...students.map((student): Receiver => ({ reader: student, student, audience: 'student' })));
  if (to.includes('guardians')) {
    const held = await people.guardiansOf(
      scope,
      students.map(({ id }) => id),
    );
    for (const { guardian, studentId } of held) {
      const student = students.find(({ id }) => id === studentId) ?? null;
      found.push({ reader: guardian, student, audience: 'guardian' });
    }
  }
  if (to.includes('teachers')) {
    const courses = await school.coursesOfGroups(scope.db, [group.id]);
    const cards = await people.peopleByIds(scope.db, [...new Set(courses.flatMap(({ teacherId }) => teacherId ?? []))]);
    found.push(...cards.map((card): Receiver => ({ reader: card, student: null, audience: 'teacher' })));
  }
  return found;
}

export const fingerprintOfLetters = (letters: readonly MergedLetter[]): string =>
  fingerprintOf(JSON.stringify(letters));

/** Every letter as it would be sent, to exactly these people. */
export async function previewLetters(
  scope: ReadScope,
  parts: Parts,
  groupId: string,
  letter: Letter,
): Promise<LettersPreview> {
  const letters = await mergeLetters(scope, parts, groupId, letter);
  return {
    letters: letters.map(({ person, student, title, text }) => ({
      ...{ person, student, title },
      blocks: textBlocks(text, { linkify: true }),
    })),
    fingerprint: fingerprintOfLetters(letters),
  };
}

const briefOf = ({ id, title, sentAt }: MailingRow, letters: readonly LetterRow[]) => ({
  ...{ id, title },
  sentAt: sentAt.toISOString(),
  letters: letters.length,
  opened: letters.filter(({ openedAt }) => openedAt !== null).length,
  confirmed: letters.filter(({ confirmedAt }) => confirmedAt !== null).length,
});

export async function listMailings(scope: ReadScope, { school }: Parts, groupId: string): Promise<MailingList> {
  await school.groupAs(scope, sendLetters, groupId);
  const mailings = await mailingsOf(scope.db, groupId);
  const letters = await lettersOf(
    scope.db,
    mailings.map(({ id }) => id),
  );
  return {
    items: mailings.map((one) =>
      briefOf(
        one,
        letters.filter(({ mailingId }) => mailingId === one.id),
      ),
    ),
  };
}

/** Who opened a letter, who confirmed it, who asked about it. */
export async function showMailing(scope: ReadScope, { school, people }: Parts, id: string): Promise<MailingView> {
  const [mailing] = await mailingsByIds(scope.db, [id]);
  if (!mailing || (await school.mayReachGroup(scope, sendLetters, mailing.groupId)) === 'unseen')
    throw new Problem(mailingUnknown, { id });
  await school.groupAs(scope, sendLetters, mailing.groupId);
  const letters = await lettersOf(scope.db, [id]);
  const cards = await people.peopleByIds(scope.db, [
    ...new Set(letters.flatMap(({ personId, studentId }) => [personId, ...(studentId ? [studentId] : [])])),
  ]);
  const brief = (one: string): PersonBrief => ({ id: one, name: cards.find((card) => card.id === one)?.name ?? '' });
  return {
    ...briefOf(mailing, letters),
    groupId: mailing.groupId,
    receivers: letters.map(({ personId, studentId, openedAt, confirmedAt, helpId }) => ({
      person: brief(personId),
      student: studentId && studentId !== personId ? brief(studentId) : null,
      openedAt: openedAt?.toISOString() ?? null,
      confirmedAt: confirmedAt?.toISOString() ?? null,
      helpId,
    })),
  };
}

/** The actor's own letter; those of others are not there. */
export async function letterAs(scope: ReadScope, id: string): Promise<LetterRow> {
  const letter = await letterById(scope.db, id);
  if (!letter || letter.personId !== scope.actor.personId) throw new Problem(letterUnknown, { id });
  return letter;
}

export async function letterViews(
  scope: ReadScope,
  { people }: Pick<Parts, 'people'>,
  letters: readonly LetterRow[],
): Promise<LetterView[]> {
  const mailings = await mailingsByIds(scope.db, [...new Set(letters.map(({ mailingId }) => mailingId))]);
  const cards = await people.peopleByIds(scope.db, [...new Set(letters.flatMap(({ studentId }) => studentId ?? []))]);
  return letters.flatMap((letter) => {
    const mailing = mailings.find(({ id }) => id === letter.mailingId);
    const student = cards.find(({ id }) => id === letter.studentId);
    return mailing
      ? [
          {
            id: letter.id,
            title: letter.title ?? mailing.title,
            student: student && student.id !== letter.personId ? { id: student.id, name: student.name } : null,
            blocks: textBlocks(letter.text, { linkify: true }),
            sentAt: mailing.sentAt.toISOString(),
            openedAt: letter.openedAt?.toISOString() ?? null,
            confirmedAt: letter.confirmedAt?.toISOString() ?? null,
          },
        ]
      : [];
  });
}

/** Letters to the actor that wait to be confirmed. */
export async function listLetters(scope: ReadScope, parts: Parts): Promise<LetterList> {
  return { items: await letterViews(scope, parts, await lettersWaiting(scope.db, scope.actor.personId)) };
}
