import { IANAZone } from 'luxon';

/** Asking the runtime makes a formatter of some 20 KB each time: an import of 25,000 people asks 25,000 times. */
const mostKept = 2_000;
const answers = new Map<string, boolean>();

/** Whether the name is a time zone of the IANA database that this runtime knows (`Europe/Madrid`, `UTC`). */
export function isZone(name: string): boolean {
  const known = answers.get(name);
  if (known !== undefined) return known;
  const looksLikeOne = /^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/.test(name);
  const answer = looksLikeOne && IANAZone.isValidZone(name);
  if (answers.size >= mostKept) answers.clear();
  answers.set(name, answer);
  return answer;
}
