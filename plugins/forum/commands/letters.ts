import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { textFor } from '../domain/letterTexts.ts';
import { mailingSent } from '../events.ts';
import { lettersDiffer } from '../problems.ts';
import { fingerprintOfLetters, letterAs, letterViews, mergeLetters, showMailing } from '../queries/letters.ts';
import type { LetterToSend, LetterView, MailingView } from '../schemas/materials.ts';
import { insertLetters, insertMailing, letterById, markLetter } from '../store/letters.ts';

/** Sends a letter exactly as it was previewed, to exactly those people. */
export async function sendMailing(
  scope: WriteScope,
  apis: Apis,
  groupId: string,
  { fingerprint, ...letter }: LetterToSend,
): Promise<MailingView> {
  const letters = await mergeLetters(scope, apis, groupId, letter);
  if (fingerprintOfLetters(letters) !== fingerprint) throw new Problem(lettersDiffer);
  const id = scope.newId();
  const { title, text } = textFor(letter.texts, scope.actor.language, scope.actor.language) ?? { title: '', text: '' };
  await insertMailing(scope.db, { ...{ id, groupId, title, text }, sentById: scope.actor.personId, sentAt: scope.now });
  if (letters.length > 0)
    await insertLetters(
      scope.db,
      letters.map(({ person, student, title: own, text: merged }) => ({
        id: scope.newId(),
        mailingId: id,
        personId: person.id,
        studentId: student?.id ?? null,
        title: own,
        text: merged,
      })),
    );
  await apis.audit.record(scope, {
    act: 'forum.letter-sent',
    entity: 'forum.mailing',
    entityId: id,
    detail: { letters: letters.length },
  });
  scope.emit(mailingSent, { mailingId: id });
  return showMailing(scope, apis, id);
}

/** The reader opened the letter, or pressed the button below it. */
export async function markOwnLetter(
  scope: WriteScope,
  apis: Apis,
  id: string,
  what: 'opened' | 'confirmed',
): Promise<LetterView> {
  const letter = await letterAs(scope, id);
  const at = scope.now;
  await markLetter(scope.db, letter.id, what === 'opened' ? { openedAt: at } : { openedAt: at, confirmedAt: at });
  return viewOf(scope, apis, id);
}

async function viewOf(scope: WriteScope, apis: Apis, id: string): Promise<LetterView> {
  const letter = await letterById(scope.db, id);
  const [view] = letter ? await letterViews(scope, apis, [letter]) : [];
  if (!view) throw new Error('A letter went away in its own transaction');
  return view;
}

/** Asks about a letter: the question gets an owner and a day until which it is answered. */
export async function askAboutLetter(scope: WriteScope, apis: Apis, id: string, question: string): Promise<string> {
  const letter = await letterAs(scope, id);
  const view = await viewOf(scope, apis, id);
  const helpId = await apis.help.ask(scope, {
    kind: 'question',
    question,
    ...(letter.studentId ? { studentId: letter.studentId } : {}),
    origin: { title: view.title, link: `/forum/letters/${id}` },
  });
  await markLetter(scope.db, id, { openedAt: scope.now, helpId });
  return helpId;
}
