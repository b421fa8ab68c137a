import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { z } from 'zod';

/** A reply that is a file: the output of routes with `output: FileOutput`. */
export interface FileReply {
  /** As the reader's device keeps it. */
  readonly fileName: string;
  readonly mediaType: string;
  /** `inline` is shown by the browser, in a sandbox without scripts; only for types that are safe there. */
  readonly disposition: 'attachment' | 'inline';
  readonly content: Uint8Array | Readable;
  readonly length: number;
}

const isFile = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'content' in value &&
  (value.content instanceof Uint8Array || value.content instanceof Readable);

export const FileOutput = z.custom<FileReply>(isFile);

export const isFileReply = (value: unknown): value is FileReply => FileOutput.safeParse(value).success;

/** Nothing that is stored here may run as a page of this origin. */
export async function sendFile(res: Response, file: FileReply): Promise<void> {
  const plain = file.fileName.replace(/[^\w.-]+/g, '_');
  const encoded = encodeURIComponent(file.fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  res.setHeader('Content-Type', file.mediaType);
  res.setHeader('Content-Length', file.length);
  res.setHeader('Content-Disposition', `${file.disposition}; filename="${plain}"; filename*=UTF-8''${encoded}`);
  res.setHeader(
    'Content-Security-Policy',
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:",
  );
  res.setHeader('X-Content-Type-Options', 'nosniff');
  if (!(file.content instanceof Readable)) {
    res.end(Buffer.from(file.content));
    return;
  }
  // A reader who leaves ends the pipeline with an error that is nobody's fault.
  await pipeline(file.content, res).catch(() => res.destroy());
}
