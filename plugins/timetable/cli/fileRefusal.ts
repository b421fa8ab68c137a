import { isUtf8 } from 'node:buffer';
import { readFile, stat, writeFile } from 'node:fs/promises';

/** A file cannot be used; the message is for the person who named it. `line` is 1-based, null when it is about the whole file. */
export class FileRefusal extends Error {
  readonly file: string;
  readonly line: number | null;

  constructor(file: string, message: string, line: number | null = null) {
    super(message);
    this.file = file;
    this.line = line;
  }
}

const LARGEST = 64_000_000;

/**
 * The text of a file: UTF-8, or Latin-1 where it is not that, as files of older programs are. Throws FileRefusal when the file is missing,
 * unreadable or too large to be a timetable.
 */
export async function readText(file: string): Promise<string> {
  try {
    if ((await stat(file)).size <= LARGEST) return decoded(await readFile(file));
  } catch (error) {
    throw new FileRefusal(file, error instanceof Error ? error.message : String(error));
  }
  throw new FileRefusal(file, 'the file is too large');
}

const decoded = (bytes: Buffer): string => bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');

/** Throws FileRefusal; writes nothing when no file is named. */
export async function writeText(file: string | undefined, text: string): Promise<void> {
  if (file === undefined) return;
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new FileRefusal(file, error instanceof Error ? error.message : String(error));
  }
}

export const refusalText = ({ file, line, message }: FileRefusal, json: boolean): string =>
  json
    ? JSON.stringify({ ok: false, file, error: { message, line } })
    : `${file}${line === null ? '' : `, line ${line}`}: ${message}`;
