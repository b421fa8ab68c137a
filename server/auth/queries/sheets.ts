import type { FileReply } from '../../host/fileReply.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { SchoolApi } from '../../school/api.ts';
import { mustLetIn } from '../access/peopleToLetIn.ts';
import type { Keys } from '../keys.ts';
import { letPeopleIn } from '../permissions.ts';
import { sheetNotReady, sheetUnknown } from '../problems.ts';
import type { SheetView } from '../schemas.ts';
import { unseal } from '../seal.ts';
import { codesByIds } from '../store/codes.ts';
import { isDrawn, type SheetRow, sealedSheet, sheetById } from '../store/sheets.ts';

/** How long a sheet can be fetched. */
export const sheetKeptMs = 86_400_000;

interface Parts {
  readonly school: SchoolApi;
  readonly keys: Keys;
}

/** A sheet is only for the one who asked for it, for a day, and as long as they may let these people in. */
async function ownSheet(scope: ReadScope, { school }: Parts, id: string): Promise<SheetRow> {
  const sheet = await sheetById(scope.db, id);
  const isOver = !sheet || sheet.madeAt.getTime() + sheetKeptMs <= scope.now.getTime();
  if (isOver || sheet.ownerId !== scope.actor.personId) throw new Problem(sheetUnknown);
  const codes = await codesByIds(scope.db, sheet.codeIdsJson);
  await mustLetIn(scope, school, letPeopleIn, [...new Set(codes.map(({ personId }) => personId))]);
  return sheet;
}

export async function showSheet(scope: ReadScope, parts: Parts, id: string): Promise<SheetView> {
  const { heading, jobId, codeIdsJson } = await ownSheet(scope, parts, id);
  return { id, jobId, heading, cards: codeIdsJson.length, isReady: await isDrawn(scope.db, id) };
}

export async function sheetFile(scope: ReadScope, parts: Parts, id: string): Promise<FileReply> {
  const { heading, ownerId } = await ownSheet(scope, parts, id);
  const sealed = await sealedSheet(scope.db, id);
  const text = sealed === null ? undefined : unseal(parts.keys.sheets, ownerId, sealed);
  if (text === undefined) throw new Problem(sheetNotReady);
  const content = Buffer.from(text, 'base64');
  return {
    fileName: `${heading}.pdf`,
    mediaType: 'application/pdf',
    disposition: 'attachment',
    content,
    length: content.byteLength,
  };
}
