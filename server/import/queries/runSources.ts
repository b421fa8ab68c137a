import type { ReadScope } from '../../host/scope.ts';
import { forms } from '../forms/formats.ts';
import { type Mapping, noMapping } from '../forms/sheet.ts';
import type { Source } from '../readers/readSources.ts';
import { Answers } from '../schemas/imports.ts';
import { readHeadings } from '../store/headings.ts';
import { piecesOf, type RunRow } from '../store/runs.ts';

/** The files of a run, put together from their pieces. */
export async function runSources({ db }: ReadScope, run: RunRow): Promise<Source[]> {
  const sources: Source[] = [];
  for (const [at, { name }] of run.filesJson.entries()) {
    const pieces = await piecesOf(db, run.id, at);
    sources.push({ name, bytes: Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64'))) });
  }
  return sources;
}

export const answersOf = (run: RunRow): Answers => Answers.parse(run.answersJson ?? {});

/** What was said of headings this time, and what this school said earlier. */
export async function mappingOf({ db }: Pick<ReadScope, 'db'>, run: RunRow): Promise<Mapping> {
  const { forms: said, headings } = answersOf(run);
  const rows = await readHeadings(db);
  const earlier = rows.flatMap(({ form, heading, columnName }) => {
    const known = forms.find((one) => one === form);
    return known ? [{ form: known, heading, column: columnName }] : [];
  });
  // Later entries win: what is said now stands over what was said before.
  return { ...noMapping, forms: said, headings: [...earlier, ...headings] };
}
