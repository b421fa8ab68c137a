import { Problem } from '../../http/problem.ts';
import type { Sniffed } from '../domain/mediaType.ts';
import { pictureBroken, pictureTooLarge } from '../problems.ts';

type Picture = Exclude<Sniffed, 'pdf' | 'zip' | 'text' | 'other'>;

export interface Remade {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly ending: string;
  readonly width: number;
  readonly height: number;
}

/** A photo of a phone has 12 million pixels, some have 50; what has more is made to exhaust memory. */
const mostPixels = 60_000_000;
/** Longest side of what is kept: enough to read a page of homework. */
const longestSide = 2560;

/** Loaded with the first picture: it is large, and threads never see one. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

let last: Promise<unknown> = Promise.resolve();

/** One at a time: a decoded picture takes some 200 MB. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

/**
 * Decodes a picture and encodes it anew: upright, no larger than needed, without place, device and whatever else was hidden
 * in the file or behind its end.
 */
export const remakePicture = (path: string, kind: Picture): Promise<Remade> =>
  inTurn(async () => {
    const sharp = await loadSharp();
    const picture = sharp(path, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true });
    const { width = 0, height = 0 } = await picture.metadata().catch(refuse);
    if (width * height > mostPixels) throw new Problem(pictureTooLarge);
    const upright = picture
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
    const { format, mediaType, ending } = targetOf(kind);
    const { data, info } = await upright
      .toFormat(format, { quality: 85 })
      .timeout({ seconds: 20 })
      .toBuffer({ resolveWithObject: true })
      .catch(refuse);
    return { bytes: new Uint8Array(data), mediaType, ending, width: info.width, height: info.height };
  });

function refuse(reason: unknown): never {
  const isTooLarge = reason instanceof Error && /pixel limit/i.test(reason.message);
  throw new Problem(isTooLarge ? pictureTooLarge : pictureBroken);
}

/** Drawings keep their edges, the rest becomes what every device shows. */
function targetOf(kind: Picture): { format: 'png' | 'jpeg'; mediaType: string; ending: string } {
  return kind === 'png' || kind === 'gif'
    ? { format: 'png', mediaType: 'image/png', ending: 'png' }
    : { format: 'jpeg', mediaType: 'image/jpeg', ending: 'jpg' };
}
