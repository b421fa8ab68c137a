/** What is being typed after an @ right before the caret, and where the @ stands; undefined when nobody is being named. */
export function mentionAt(text: string, caret: number): { readonly from: number; readonly name: string } | undefined {
  const found = /(?:^|[\s(])@([\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]+)?)$/u.exec(text.slice(0, caret));
  if (!found) return undefined;
  const name = found[1] ?? '';
  return { from: caret - name.length - 1, name };
}
