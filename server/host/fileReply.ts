import { Readable } from 'node:stream';
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
