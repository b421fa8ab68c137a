import { type DocumentsApi, invitationCards } from '../../documents/api.ts';
import type { FileReply } from '../../host/fileReply.ts';
import type { ReadScope } from '../../host/scope.ts';
import type { SessionControl } from '../../host/session.ts';
import type { Texts } from '../../host/texts.ts';
import { Problem } from '../../http/problem.ts';
import { dayOf, type PeopleApi } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import { mustLetIn } from '../access/peopleToLetIn.ts';
import { addressOfCode, codeOnPaper, stateOfCode } from '../domain/code.ts';
import type { Keys } from '../keys.ts';
import { letPeopleIn } from '../permissions.ts';
import { codeUnknown } from '../problems.ts';
import type { Sheet } from '../schemas.ts';
import { type CodeRow, codesByIds } from '../store/codes.ts';

export interface SheetParts {
  readonly people: PeopleApi;
  readonly school: SchoolApi;
  readonly keys: Keys;
  readonly documents: DocumentsApi;
  readonly publicUrl: string;
  texts(): Texts;
}

/** Cards of open codes as PDF. Codes are made of their ids, so that nothing but the paper has them. */
export async function printSheet(
  parts: SheetParts,
  session: SessionControl,
  { codeIds, heading }: Sheet,
): Promise<FileReply> {
  const { actor } = session;
  const { codes, cards } = await session.inRead(actor, async (scope) => {
    const found = (await codesByIds(scope.db, codeIds)).filter((code) => stateOfCode(code, scope.now) === 'open');
    if (found.length === 0) throw new Problem(codeUnknown);
    await mustLetIn(scope, parts.school, letPeopleIn, [...new Set(found.map(({ personId }) => personId))]);
    return { codes: found, cards: await cardsOf(scope, parts, found) };
  });
  const until = Math.min(...codes.map(({ expiresAt }) => expiresAt.getTime()));
  const content = await parts.documents.render(invitationCards, {
    data: { heading, site: parts.publicUrl.replace(/^https?:\/\//, ''), expiresOn: dayOf(new Date(until)), cards },
    language: actor.language,
    zone: actor.zone,
    madeAt: session.now,
  });
  return {
    fileName: `${heading}.pdf`,
    mediaType: 'application/pdf',
    disposition: 'attachment',
    content,
    length: content.byteLength,
  };
}

async function cardsOf(scope: ReadScope, { people, keys, publicUrl, texts }: SheetParts, codes: readonly CodeRow[]) {
  const ids = codes.map(({ personId }) => personId);
  const names = new Map((await people.peopleByIds(scope.db, ids)).map(({ id, name }) => [id, name]));
  return codes.map(({ id, personId, purpose }) => {
    const code = keys.codeOf(id);
    const detail = texts().say(scope.actor.language, 'auth', `ui.cards.kinds.${purpose}`) ?? '';
    return { name: names.get(personId) ?? '', detail, code: codeOnPaper(code), url: addressOfCode(publicUrl, code) };
  });
}
