import { z } from 'zod';

/** An upload in a file of this machine, which is gone when the request has been answered. */
export interface ReceivedFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  /** What an `Idempotency-Key` compares: the content, not where it lies this time. */
  toJSON(): unknown;
}

/** The body of routes with `upload`. */
export const ReceivedFile = z.custom<ReceivedFile>((value) => value instanceof Received);

export const isReceived = (value: unknown): value is ReceivedFile => value instanceof Received;

/** No JSON body can be mistaken for one. */
export class Received implements ReceivedFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;

  constructor(path: string, sha256: string, size: number) {
    this.path = path;
    this.sha256 = sha256;
    this.size = size;
  }

  toJSON(): unknown {
    return { sha256: this.sha256, size: this.size };
  }
}
