import { longestText } from './longestText.ts';

/** A long text in parts that fit into messages, cut where a paragraph, a line or a word ends. */
export function inMessages(text: string, longest: number = longestText): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > longest) {
    const cut = endOfPart(rest.slice(0, longest));
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...parts, rest];
}

/** After the last paragraph, line or word that is whole; not so early that parts become crumbs. */
function endOfPart(part: string): number {
  const ends = ['\n\n', '\n', ' '].map((mark) => part.lastIndexOf(mark));
  return ends.find((end) => end > part.length / 2) ?? part.length;
}
