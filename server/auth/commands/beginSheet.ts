import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { JobKind } from '../../jobs/job.ts';
import type { SchoolApi } from '../../school/api.ts';
import { mustLetIn } from '../access/peopleToLetIn.ts';
import { stateOfCode } from '../domain/code.ts';
import type { SheetInput } from '../jobs/drawSheet.ts';
import { letPeopleIn } from '../permissions.ts';
import { codeUnknown } from '../problems.ts';
import type { Sheet, SheetView } from '../schemas.ts';
import { codesByIds } from '../store/codes.ts';
import { insertSheet } from '../store/sheets.ts';

/** Has cards of open codes drawn by a job. */
export async function beginSheet(
  scope: WriteScope,
  { school, drawing }: { readonly school: SchoolApi; readonly drawing: JobKind<SheetInput> },
  { codeIds, heading }: Sheet,
): Promise<SheetView> {
  const { db, now, actor } = scope;
  const codes = (await codesByIds(db, codeIds)).filter((code) => stateOfCode(code, now) === 'open');
  if (codes.length === 0) throw new Problem(codeUnknown);
  await mustLetIn(scope, school, letPeopleIn, [...new Set(codes.map(({ personId }) => personId))]);
  const id = scope.newId();
  const jobId = scope.enqueue(drawing, { sheetId: id });
  await insertSheet(db, {
    ...{ id, heading, jobId },
    ownerId: actor.personId,
    codeIdsJson: codes.map((code) => code.id),
    ...{ language: actor.language, zone: actor.zone, madeAt: now },
  });
  return { id, jobId, heading, cards: codes.length, isReady: false };
}
