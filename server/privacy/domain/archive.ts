const dayMs = 86_400_000;

/** How long an archive can be fetched. */
export const archiveDays = 3;

export const archiveEnds = (madeAt: Date): Date => new Date(madeAt.getTime() + archiveDays * dayMs);

/** How many archives somebody may have at once, each of another person. */
export const mostArchives = 50;

/** How many bytes of files go into one archive; what is beyond is named in it and fetched by itself. */
export const mostFileBytes = 500_000_000;

interface Sized {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

export interface Packed<F> {
  readonly file: F;
  /** Path inside the archive. */
  readonly path: string;
}

/**
 * Which files go into an archive and under which names: their own, with a number behind those that are there already,
 * whatever their letters' case. Whatever does not fit any more is left out.
 */
export function packFiles<F extends Sized>(
  files: readonly F[],
  folder: string,
  most: number = mostFileBytes,
): { readonly packed: readonly Packed<F>[]; readonly leftOut: readonly F[] } {
  const packed: Packed<F>[] = [];
  const leftOut: F[] = [];
  const taken = new Set<string>();
  let bytes = 0;
  for (const file of files) {
    if (bytes + file.size > most) {
      leftOut.push(file);
      continue;
    }
    bytes += file.size;
    packed.push({ file, path: `${folder}/${freeName(file.name, taken)}` });
  }
  return { packed, leftOut };
}

function freeName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let nth = 1; ; nth++) {
    const free = nth === 1 ? name : `${stem} (${nth})${ending}`;
    if (taken.has(free.toLowerCase())) continue;
    taken.add(free.toLowerCase());
    return free;
  }
}
