import { inflateRawSync } from 'node:zlib';

/** One file of an archive. */
export interface Unzipped {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The archive is broken, or made to fill the memory. `code` is that of a fault. */
export class UnzipError extends Error {
  readonly code: 'file-unreadable' | 'file-too-large';

  constructor(code: UnzipError['code']) {
    super(code);
    this.code = code;
  }
}

const mostEntries = 500;
/** All files together, unpacked. */
const mostUnpacked = 120 * 1024 * 1024;

/** How much may still be unpacked; archives within archives draw on the same. */
export interface Room {
  left: number;
}

export const fullRoom = (): Room => ({ left: mostUnpacked });

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const fileMark = 0x04034b50;

/** The files of an archive, unpacked as far as they keep to the limits, whatever the archive claims about them. */
export function unzip(bytes: Uint8Array, room: Room = fullRoom()): Unzipped[] {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return entriesOf(archive, room);
  } catch (reason) {
    const fault = reason instanceof UnzipError ? reason : new UnzipError(codeOf(reason));
    // What was thrown away has taken as long to unpack as what would have been kept.
    if (fault.code === 'file-too-large') room.left = 0;
    throw fault;
  }
}

const codeOf = (reason: unknown): UnzipError['code'] =>
  reason instanceof Error && 'code' in reason && reason.code === 'ERR_BUFFER_TOO_LARGE'
    ? 'file-too-large'
    : 'file-unreadable';

function entriesOf(archive: Buffer, room: Room): Unzipped[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.readUInt32LE(end) !== endMark) throw new UnzipError('file-unreadable');
  const count = archive.readUInt16LE(end + 10);
  if (count > mostEntries) throw new UnzipError('file-too-large');
  const found: Unzipped[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let nth = 0; nth < count; nth++) {
    if (archive.readUInt32LE(at) !== entryMark) throw new UnzipError('file-unreadable');
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/')) {
      const unpacked = unpack(archive, at, room.left);
      room.left -= unpacked.length;
      found.push({ name, bytes: unpacked });
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return found;
}

function unpack(archive: Buffer, entry: number, most: number): Uint8Array {
  const method = archive.readUInt16LE(entry + 10);
  const packed = archive.readUInt32LE(entry + 20);
  const local = archive.readUInt32LE(entry + 42);
  if (archive.readUInt32LE(local) !== fileMark) throw new UnzipError('file-unreadable');
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const data = archive.subarray(from, from + packed);
  if (method === 0 && data.length <= most) return data;
  if (method !== 8) throw new UnzipError(method === 0 ? 'file-too-large' : 'file-unreadable');
  if (data.length === 0 || most <= 0) throw new UnzipError(most <= 0 ? 'file-too-large' : 'file-unreadable');
  return inflateRawSync(data, { maxOutputLength: most });
}
