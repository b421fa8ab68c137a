import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { FileReply } from '../host/fileReply.ts';

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
