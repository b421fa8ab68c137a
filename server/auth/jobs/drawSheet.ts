import { z } from 'zod';
import { type DocumentsApi, invitationCards } from '../../documents/api.ts';
import type { ReadScope } from '../../host/scope.ts';
import type { Texts } from '../../host/texts.ts';
import { Problem } from '../../http/problem.ts';
import { defineJob, type JobKind } from '../../jobs/job.ts';
import { dayOf, type PeopleApi } from '../../people/api.ts';
import { addressOfCode, codeOnPaper, stateOfCode } from '../domain/code.ts';
import type { Keys } from '../keys.ts';
import { codeUnknown } from '../problems.ts';
import { seal } from '../seal.ts';
import { codesByIds } from '../store/codes.ts';
import { keepSealed, type SheetRow, sheetById } from '../store/sheets.ts';

export interface SheetParts {
  readonly people: PeopleApi;
  readonly keys: Keys;
  readonly documents: DocumentsApi;
  readonly publicUrl: string;
  texts(): Texts;
}

export const SheetInput = z.object({ sheetId: z.uuid() });
export type SheetInput = z.infer<typeof SheetInput>;

/** Draws cards of open codes as PDF and seals it for whoever asked. Codes are made of their ids, so that nothing but the paper has them. */
export const drawSheet = (parts: SheetParts): JobKind<SheetInput> =>
  defineJob({
    name: 'auth.draw-sheet',
    lane: 'quick',
    input: SheetInput,
    run: async ({ read, write, report }, { sheetId }) => {
      const sheet = await read(({ db }) => sheetById(db, sheetId));
      if (!sheet) return { sheetId };
      const data = await read((scope) => cardsOf(scope, parts, sheet));
      const content = await parts.documents.render(invitationCards, {
        data,
        language: sheet.language,
        zone: sheet.zone,
        madeAt: sheet.madeAt,
        onProgress: report,
      });
      const sealed = seal(parts.keys.sheets, sheet.ownerId, Buffer.from(content).toString('base64'));
      await write(({ db }) => keepSealed(db, sheetId, sealed));
      return { sheetId };
    },
  });

async function cardsOf(scope: ReadScope, { people, keys, publicUrl, texts }: SheetParts, sheet: SheetRow) {
  const codes = (await codesByIds(scope.db, sheet.codeIdsJson)).filter(
    (code) => stateOfCode(code, scope.now) === 'open',
  );
  if (codes.length === 0) throw new Problem(codeUnknown);
  const ids = codes.map(({ personId }) => personId);
  const names = new Map((await people.peopleByIds(scope.db, ids)).map(({ id, name }) => [id, name]));
  const until = Math.min(...codes.map(({ expiresAt }) => expiresAt.getTime()));
  return {
    heading: sheet.heading,
    site: publicUrl.replace(/^https?:\/\//, ''),
    expiresOn: dayOf(new Date(until)),
    cards: codes.map(({ id, personId, purpose }) => {
      const code = keys.codeOf(id);
      const detail = texts().say(sheet.language, 'auth', `ui.cards.kinds.${purpose}`) ?? '';
      return { name: names.get(personId) ?? '', detail, code: codeOnPaper(code), url: addressOfCode(publicUrl, code) };
    }),
  };
}
