/** What stands beyond is left out anyhow, and trimming it would take the square of its length. */
const longestRead = 500;

/** A name under which a device may keep the file: no folders, nothing hidden, the ending of its real type. */
export function safeName(given: string, ending: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .slice(0, longestRead)
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(/\.[a-z0-9]{1,8}$/i, '');
  return `${[...clean].slice(0, 120).join('') || 'file'}.${ending}`;
}
