/** A short sign of a text (FNV-1a, twice): whether what is posted is what was previewed. No secret hangs on it. */
export function fingerprintOf(text: string): string {
  return [0x811c9dc5, 0x01000193].map((seed) => hash(text, seed).toString(16).padStart(8, '0')).join('');
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
