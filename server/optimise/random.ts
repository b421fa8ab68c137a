/** A stream of repeatable random numbers. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, count). */
  below(count: number): number;
}

/**
 * sfc32 (Chris Doty-Humphrey, PractRand): small, fast, passes BigCrush, and only needs 32-bit integers.
 * The same seed gives the same stream on every machine.
 */
export function seededRandom(seed: number): Random {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88 ^ Math.trunc(seed / 0x100000000);
  let c = 0xb7e15162;
  let counter = 1;
  const bits = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 16; warm++) bits();
  return {
    next: () => bits() / 4294967296,
    below: (count) => Math.floor((bits() / 4294967296) * count),
  };
}
