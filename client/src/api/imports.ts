import type { z } from 'zod';
import type * as Import from '../../../server/import/schemas.ts';
import { write } from './request.ts';

/** The preview of an import, and exactly what applying it does. */
export type ImportPlan = z.infer<typeof Import.PlanView>;
export type ImportProblem = ImportPlan['problems'][number];
export type ImportChange = ImportPlan['changes'][number];
export type ImportFile = z.infer<typeof Import.FilesToPlan>['files'][number];

export const planImport = (files: readonly ImportFile[]): Promise<ImportPlan> =>
  write<ImportPlan>('POST', '/import/plan', { files });

/** Refused when the files or the school changed since the preview. */
export const applyImport = (files: readonly ImportFile[], fingerprint: string): Promise<ImportPlan> =>
  write<ImportPlan>('POST', '/import/apply', { files, fingerprint });
