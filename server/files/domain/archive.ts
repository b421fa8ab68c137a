/** An entry of an archive as its directory tells it. */
export interface ArchiveEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
}

const most = { entries: 5000, unpacked: 300_000_000, ratio: 200 } as const;

export type ArchiveFault = 'too-large-inside' | 'names-lead-out';

/** Whether an archive may be handed on: not one that fills a disk, nor one that writes outside of its folder. */
export function decideArchive(entries: readonly ArchiveEntry[]): ArchiveFault | undefined {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  if (entries.length > most.entries || unpacked > most.unpacked) return 'too-large-inside';
  if (unpacked > 1_000_000 && unpacked > packed * most.ratio) return 'too-large-inside';
  return entries.some(({ name }) => leadsOut(name)) ? 'names-lead-out' : undefined;
}

const leadsOut = (name: string): boolean => /^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..');

/** Reads the directory at the end of a ZIP file (APPNOTE 4.3); undefined when there is none that makes sense. */
export function readDirectory(bytes: Uint8Array): readonly ArchiveEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ArchiveEntry[] = [];
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}
