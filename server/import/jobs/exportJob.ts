import { z } from 'zod';
import { languages } from '../../host/language.ts';
import { defineJob, type JobKind } from '../../jobs/job.ts';
import type { ImportRecord } from '../domain/records.ts';
import { readState } from '../queries/prepare.ts';
import type { ReadModules } from '../queries/readExisting.ts';
import { bytesAPiece } from '../schemas/imports.ts';
import { savePiece, updateRun } from '../store/runs.ts';
import { formRows } from '../writers/formRows.ts';
import { oneRosterFiles } from '../writers/oneRoster.ts';
import { csvFor, nameOfForm, tableOf, workbookOf, zipOf } from '../writers/tables.ts';
import { reporting } from './phases.ts';

const ExportInput = z.object({
  runId: z.uuid(),
  format: z.enum(['csv', 'xlsx', 'oneroster']),
  language: z.enum(languages),
});
export type ExportInput = z.infer<typeof ExportInput>;

/** Writes the whole school into one file, in pieces; it is fetched from there and forgotten within the day. */
export const exportJob = (modules: ReadModules): JobKind<ExportInput> =>
  defineJob({
    name: 'import.export',
    input: ExportInput,
    inThread: true,
    run: async (context, input) => {
      const { runId } = input;
      const report = reporting(context);
      report('reading');
      const { before } = await context.read((scope) => readState(scope, modules));
      report('storing');
      const bytes = Buffer.from(await exported(before.records, input));
      const pieces = Math.ceil(bytes.length / bytesAPiece);
      for (let nth = 0; nth < pieces; nth++) {
        const data = bytes.subarray(nth * bytesAPiece, (nth + 1) * bytesAPiece).toString('base64');
        await context.write(({ db }) => savePiece(db, { runId, file: 0, nth, data }));
      }
      const files = [{ name: nameOf(input), bytes: bytes.length, pieces }];
      await context.write(({ db }) => updateRun(db, runId, { filesJson: JSON.stringify(files), fingerprint: 'ready' }));
      return { runId };
    },
  });

export const nameOf = ({ format }: Pick<ExportInput, 'format'>): string =>
  ({ csv: 'tutoria-csv.zip', xlsx: 'tutoria.xlsx', oneroster: 'tutoria-oneroster.zip' })[format];

async function exported(
  records: ReadonlyMap<string, ImportRecord>,
  { format, language }: ExportInput,
): Promise<Uint8Array> {
  if (format === 'oneroster') return zipOf(oneRosterFiles(records));
  const tables = [...formRows(records)].flatMap(([form, rows]) =>
    rows.length > 0 ? [{ form, table: tableOf(form, rows, language) }] : [],
  );
  if (format === 'xlsx')
    return workbookOf(tables.length > 0 ? tables.map(({ table }) => table) : [tableOf('students', [], language)]);
  return zipOf(
    tables.map(({ form, table }) => ({ name: `${nameOfForm(form, language)}.csv`, bytes: csvFor(table, language) })),
  );
}
