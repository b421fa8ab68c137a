/** Text, and how it was written. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'windows-1252';
}

/** Text of a file whose encoding nobody tells: by its mark, by being valid, and otherwise by the letters it gives. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  // Without the NUL character, which no column of PostgreSQL takes.
  return { text: new TextDecoder(encoding).decode(bytes).replaceAll('\0', ''), encoding };
}

function encodingOf(bytes: Uint8Array): Decoded['encoding'] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const wide = wideOf(bytes.subarray(0, 4000));
  if (wide) return wide;
  return isUtf8(bytes) ? 'utf-8' : singleByteOf(bytes);
}

/** UTF-16 without a mark: in a table every delimiter and digit leaves a zero byte on the same side. */
function wideOf(start: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > start.length / 20 && odd > even * 4) return 'utf-16le';
  return even > start.length / 20 && even > odd * 4 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * In Russian text nearly every letter is beyond ASCII, so that such bytes stand side by side; in Spanish they
 * stand alone among plain letters.
 */
function singleByteOf(bytes: Uint8Array): 'windows-1251' | 'windows-1252' {
  let together = 0;
  let alone = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0xa8) continue;
    if ((bytes[at - 1] ?? 0) >= 0xa8 || (bytes[at + 1] ?? 0) >= 0xa8) together++;
    else alone++;
  }
  return together > alone ? 'windows-1251' : 'windows-1252';
}
