import { createHash } from 'node:crypto';
import { open, readFile, writeFile } from 'node:fs/promises';
import type { ReceivedFile } from '../../host/receivedFile.ts';
import { Problem } from '../../http/problem.ts';
import { decideArchive, readDirectory } from '../domain/archive.ts';
import { type Office, officeOf, officeTypes, sniff } from '../domain/mediaType.ts';
import { archiveRefused, fileEmpty, typeRefused } from '../problems.ts';
import { remakePicture } from './remakePicture.ts';

/** What an upload turned out to be. Its file is what may be stored: pictures have been made anew. */
export interface Examined {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly ending: string;
  readonly width: number | null;
  readonly height: number | null;
}

const headBytes = 4096;

/** Refuses what is none of the kinds that are taken, whatever it is called. */
export async function examine(file: ReceivedFile): Promise<Examined> {
  if (file.size === 0) throw new Problem(fileEmpty);
  const kind = sniff(await headOf(file.path));
  switch (kind) {
    case 'pdf':
      return asIs(file, 'application/pdf', 'pdf');
    case 'text':
      return asIs(file, 'text/plain; charset=utf-8', 'txt');
    case 'zip': {
      const office = await officeIn(file.path);
      return asIs(file, officeTypes[office], office);
    }
    case 'other':
      throw new Problem(typeRefused);
    default:
      return remadePicture(file, kind);
  }
}

const asIs = ({ path, sha256, size }: ReceivedFile, mediaType: string, ending: string): Examined => ({
  ...{ path, sha256, size, mediaType, ending },
  width: null,
  height: null,
});

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(headBytes), length: headBytes });
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function officeIn(path: string): Promise<Office> {
  const entries = readDirectory(await readFile(path));
  if (!entries) throw new Problem(typeRefused);
  const fault = decideArchive(entries);
  if (fault) throw new Problem(archiveRefused, { fault });
  const office = officeOf(entries.map(({ name }) => name));
  if (!office) throw new Problem(typeRefused);
  return office;
}

async function remadePicture(file: ReceivedFile, kind: Parameters<typeof remakePicture>[1]): Promise<Examined> {
  const { bytes, mediaType, ending, width, height } = await remakePicture(file.path, kind);
  const path = `${file.path}.picture`;
  await writeFile(path, bytes, { mode: 0o600 });
  return {
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    mediaType,
    ending,
    width,
    height,
  };
}
