import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as others } from 'node:timers/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** One thing in an archive. */
export interface Entry {
  readonly path: string;
  /** Text is squeezed; files are pictures and documents that are squeezed already. */
  readonly content: string | (() => Promise<Readable>);
}

const pieceBytes = 65_536;

/**
 * Writes a zip archive piece by piece, so that memory does not grow with it and others get their turn in between.
 * `onEntry` is told how many entries are done.
 */
export async function writeArchive(
  path: string,
  entries: readonly Entry[],
  modifiedAt: Date,
  onEntry: (done: number) => void,
): Promise<void> {
  await pipeline(Readable.from(archiveOf(entries, modifiedAt, onEntry)), createWriteStream(path, { mode: 0o600 }));
}

async function* archiveOf(
  entries: readonly Entry[],
  modifiedAt: Date,
  onEntry: (done: number) => void,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const faults: Error[] = [];
  const zip = new Zip((fault, piece) => void (fault ? faults.push(fault) : ready.push(piece)));
  for (const [at, { path, content }] of entries.entries()) {
    const entry = typeof content === 'string' ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    entry.mtime = modifiedAt;
    zip.add(entry);
    for await (const piece of typeof content === 'string' ? piecesOf(content) : await content()) {
      entry.push(piece);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* ready.splice(0);
    onEntry(at + 1);
  }
  zip.end();
  yield* ready.splice(0);
  if (faults[0]) throw faults[0];
}

async function* piecesOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield bytes.subarray(at, at + pieceBytes);
    await others();
  }
}
