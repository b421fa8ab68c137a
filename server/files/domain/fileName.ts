/** A name under which a device may keep the file: no folders, nothing hidden, the ending of its real type. */
export function safeName(given: string, ending: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(/\.[a-z0-9]{1,8}$/i, '');
  return `${[...clean].slice(0, 120).join('') || 'file'}.${ending}`;
}
