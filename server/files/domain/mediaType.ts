/** What kind of content is taken. Pictures are made anew; the rest is kept as it is and never shown as a page. */
export type Sniffed = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'pdf' | 'zip' | 'text' | 'other';

const startsWith = (bytes: Uint8Array, signature: readonly number[], from = 0): boolean =>
  signature.every((byte, at) => bytes[from + at] === byte);

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** Told by the content's first bytes (some thousand), never by name or by what the sender says. */
export function sniff(head: Uint8Array): Sniffed {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'webp';
  if (/^GIF8[79]a/.test(ascii(head, 0, 6))) return 'gif';
  if (ascii(head, 4, 8) === 'ftyp' && /^avi[fs]/.test(ascii(head, 8, 12))) return 'avif';
  if (ascii(head, 0, 5) === '%PDF-') return 'pdf';
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  return isPlainText(head) ? 'text' : 'other';
}

/** Markup could be taken for a page somewhere, so only text without it counts as text. */
function isPlainText(head: Uint8Array): boolean {
  // The last character may be cut in two.
  const text = new TextDecoder('utf-8').decode(head).replace(/\ufffd$/, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells bytes from text
  return !/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text) && !/<\s*[!?/a-z]/i.test(text);
}

export const officeTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
} as const;
export type Office = keyof typeof officeTypes;

/** Which office document an archive is, by what lies in it; undefined for any other archive. */
export function officeOf(entries: readonly string[]): Office | undefined {
  if (entries.includes('[Content_Types].xml')) {
    if (entries.some((name) => name.startsWith('word/'))) return 'docx';
    if (entries.some((name) => name.startsWith('xl/'))) return 'xlsx';
    return entries.some((name) => name.startsWith('ppt/')) ? 'pptx' : undefined;
  }
  return entries[0] === 'mimetype' && entries.includes('content.xml') ? 'odt' : undefined;
}
