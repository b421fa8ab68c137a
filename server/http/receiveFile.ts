import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import { Received, type ReceivedFile } from '../host/receivedFile.ts';
import { Problem } from './problem.ts';
import { malformed, tooLarge } from './problems.ts';

export interface Receiving {
  /** Folder for uploads under way. */
  readonly folder: string;
  newId(): string;
}

/**
 * Streams a request's body into a file and hashes it on the way; memory does not grow with it. Refuses what is larger than the
 * limit as soon as that is known, and leaves nothing behind when the sender goes away.
 */
export async function receiveFile(req: Request, limit: number, { folder, newId }: Receiving): Promise<ReceivedFile> {
  if (Number(req.headers['content-length'] ?? 0) > limit) {
    // Read to the end and dropped, so that the sender gets to see the answer.
    req.resume();
    throw new Problem(tooLarge);
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, newId());
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(part: Buffer, _encoding, done) {
      size += part.length;
      hash.update(part);
      done(size > limit ? new Problem(tooLarge) : null, part);
    },
  });
  try {
    await pipeline(req, measure, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    return new Received(path, hash.digest('hex'), size);
  } catch (reason) {
    await forget({ path });
    // A sender who goes away in the middle is no defect of ours.
    throw reason instanceof Problem ? reason : new Problem(malformed, { issues: [] });
  }
}

/** Deletes an upload and what was made of it on the way. */
export async function forget({ path }: Pick<ReceivedFile, 'path'>): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.picture`, { force: true });
}
