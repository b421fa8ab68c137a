import { askedTerms, termsOfWord, type Word, wordsIn } from './words.ts';

/** A stretch of an excerpt; `isHit` where it is what was asked for. */
export interface Stretch {
  readonly text: string;
  readonly isHit: boolean;
}

const before = 40;
const length = 160;

/** The part of a text around the first word that was asked for, with all such words told apart. */
export function excerptOf(text: string, question: string): readonly Stretch[] {
  const terms = new Set(askedTerms(question).flat());
  // Finding stems is what costs: no word is asked beyond what is shown.
  const isHit = ({ text: word }: Word): boolean => termsOfWord(word).some((term) => terms.has(term));
  const words = wordsIn(text);
  const start = startOf(text, words.find(isHit)?.from ?? 0);
  const end = endOf(text, start + length);
  const stretches: Stretch[] = [];
  let at = start;
  for (const { from, to } of words.filter((word) => word.from >= start && word.to <= end && isHit(word))) {
    stretches.push({ text: text.slice(at, from), isHit: false }, { text: text.slice(from, to), isHit: true });
    at = to;
  }
  stretches.push({ text: `${text.slice(at, end)}${end < text.length ? '…' : ''}`, isHit: false });
  if (start > 0) stretches.unshift({ text: '…', isHit: false });
  return stretches.map((one) => ({ ...one, text: one.text.replace(/\s+/g, ' ') })).filter((one) => one.text !== '');
}

/** Not in the middle of a word. */
function startOf(text: string, hit: number): number {
  if (hit <= before) return 0;
  const blank = text.indexOf(' ', hit - before);
  return blank >= 0 && blank < hit ? blank + 1 : hit;
}

function endOf(text: string, wished: number): number {
  if (wished >= text.length) return text.length;
  const blank = text.lastIndexOf(' ', wished);
  return blank > wished - before ? blank : wished;
}
