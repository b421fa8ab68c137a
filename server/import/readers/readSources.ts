import type { ImportProblem } from '../domain/importProblem.ts';
import { readTable } from '../forms/csvTable.ts';
import { fromHeadings } from '../forms/headingRow.ts';
import type { Sheet } from '../forms/sheet.ts';
import { decode } from './decode.ts';
import { type FetAnswers, type FetQuestions, fromFet } from './fet.ts';
import { type Defaults, isOneRoster } from './oneRoster/entries.ts';
import { fromOneRoster } from './oneRoster/fromOneRoster.ts';
import { fullRoom, type Room, UnzipError, unzip } from './unzip.ts';
import { readWorkbook } from './workbook.ts';

/** One file as it was given. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a school's own files do not say. */
export interface Answers {
  /** For sources that know no language or zone of people, as OneRoster. */
  readonly defaults?: Defaults | undefined;
  /** For timetables made with FET. */
  readonly fet?: FetAnswers | undefined;
}

export interface ReadSources {
  readonly sheets: readonly Sheet[];
  readonly problems: readonly ImportProblem[];
  readonly format: 'sheets' | 'oneroster' | 'fet';
  /** What has to be asked of a timetable made with FET. */
  readonly questions?: FetQuestions | undefined;
}

/** Sheets of notes in our own templates. */
const notes = ['notes', 'пояснения', 'notas'];

/** Reads all files into tables, whatever they are. Files that cannot be read become problems, never errors. */
export async function readSources(sources: readonly Source[], answers: Answers = {}): Promise<ReadSources> {
  const read: ReadSources[] = [];
  const room = fullRoom();
  for (const source of sources) read.push(await attempt(source.name, () => readOne(source, answers, room)));
  const sheets = read.flatMap((one) => one.sheets);
  const problems = read.flatMap((one) => one.problems);
  const fet = read.find((one) => one.format === 'fet');
  if (!sheets.some(isOneRoster))
    return { sheets, problems, format: fet?.format ?? 'sheets', questions: fet?.questions };
  return { sheets: fromOneRoster(sheets, answers.defaults), problems, format: 'oneroster' };
}

/** The questions in the form of the wire. */
export const fetOf = ({ questions }: ReadSources) =>
  questions ? { days: [...questions.days], hours: [...questions.hours] } : null;

const nothing: ReadSources = { sheets: [], problems: [], format: 'sheets' };

export const fileFault = (file: string, code: string, line = 1): ImportProblem => ({
  ...{ file, line, column: '', code, value: file },
  params: {},
});

/** Parsers of other people's formats may throw anything at a file that was made to break them. */
async function attempt(name: string, work: () => ReadSources | Promise<ReadSources>): Promise<ReadSources> {
  try {
    return await work();
  } catch (reason) {
    return { ...nothing, problems: [fileFault(name, reason instanceof UnzipError ? reason.code : 'file-unreadable')] };
  }
}

function readOne(source: Source, answers: Answers, room: Room): ReadSources | Promise<ReadSources> {
  const { name, bytes } = source;
  if (/\.(xlsx|xlsm)$/i.test(name)) return workbook(source, room);
  if (/\.zip$/i.test(name)) return archive(source, answers, room);
  if (/\.fet$/i.test(name)) return { ...fromFet(name, decode(bytes).text, answers.fet), format: 'fet' };
  // Whatever its name says, this is a zip: a workbook without its ending.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) return workbook(source, room);
  if (/\.(csv|txt|tsv)$/i.test(name)) return readCsv(source);
  return { ...nothing, problems: [fileFault(name, 'file-kind')] };
}

async function archive({ name, bytes }: Source, answers: Answers, room: Room): Promise<ReadSources> {
  const files = unzip(bytes, room).filter(
    (file) => /\.(csv|txt|tsv|xlsx|fet)$/i.test(file.name) && !/__MACOSX/.test(file.name),
  );
  if (files.length === 0) return { ...nothing, problems: [fileFault(name, 'file-empty')] };
  const read: ReadSources[] = [];
  for (const file of files) {
    const inner = { name: file.name.split('/').at(-1) ?? file.name, bytes: file.bytes };
    read.push(await attempt(inner.name, () => readOne(inner, answers, room)));
  }
  return {
    sheets: read.flatMap((one) => one.sheets),
    problems: read.flatMap((one) => one.problems),
    format: read.some((one) => one.format === 'fet') ? 'fet' : 'sheets',
    questions: read.find((one) => one.questions)?.questions,
  };
}

/** A table as text, with whatever sign stands between its cells. */
export function readCsv({ name, bytes }: Source): ReadSources {
  const { text, encoding } = decode(bytes);
  const table = readTable(text);
  if (!table.ok) return { ...nothing, problems: [fileFault(name, table.code, table.line)] };
  const { headings, rows } = table;
  return { ...nothing, sheets: [{ file: name, title: titleOf(name), headings, rows, encoding }] };
}

const titleOf = (name: string): string => name.replace(/\.\w+$/, '');

async function workbook({ name, bytes }: Source, room: Room): Promise<ReadSources> {
  const found = (await readWorkbook(bytes, room)).filter(
    ({ name: sheet }) => !notes.includes(sheet.trim().toLowerCase()),
  );
  const filled = found.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return { ...nothing, problems: [fileFault(name, 'file-empty')] };
  const sheets = filled.flatMap(({ name: sheet, rows: all }): Sheet[] => {
    const [headings, ...rows] = fromHeadings(all);
    if (!headings) return [];
    const isOnly = filled.length === 1;
    // One sheet that says nothing by its name is called by its file.
    const title = isOnly && /^(sheet|лист|hoja)\s*\d*$/i.test(sheet) ? titleOf(name) : sheet;
    return [{ file: isOnly ? name : `${name} › ${sheet}`, title, headings, rows }];
  });
  return { ...nothing, sheets };
}
