/** "On Mon … Ana wrote:", which mail programs break over two or three lines. */
const introductions = [
  /^(On|El|Am|Le)\b.{5,300}\b(wrote|escribió|schrieb|a écrit)\s*:?$/is,
  /^.{5,300}\s(пишет|писал|писала|написал|написала|написал\(а\))\s*:?$/is,
  /^.{0,40}\d.{3,300}<[^<>\s@]+@[^<>\s@]+>\s*:$/is,
];
/** Longer lines introduce nothing; the patterns would take the square of their length. */
const longestIntroduction = 1000;

/** From here on everything is the mail that was answered. */
const boundaries =
  /^(-{2,}\s*)?(original message|forwarded message|mensaje original|mensaje reenviado|исходное сообщение|пересылаемое сообщение|пересланное сообщение|оригинальное сообщение)(\s*-{2,})?\s*:?$|^_{20,}$/i;
const headOfMail = /^\*?(from|de|от|от кого)\s*:\*?\s/i;
const nextOfHead = /^\*?(sent|date|to|subject|enviado|enviado el|fecha|para|asunto|отправлено|дата|кому|тема)\s*:\*?/i;

const signature = /^--\s?$/;
const phoneSignature =
  /^(sent from (my|yahoo|outlook|mail)|get outlook for|enviado desde (mi|yahoo|outlook|correo)|отправлено (с|из)(о)? |отправлено от мобильной)/i;

/** What somebody wrote themselves: without the quoted mail, the lines that lead to it, and signatures. */
export function answerIn(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd());
  const end = lines.findIndex((line, at) => endsAt(lines, line, at));
  const own = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith('>'));
  return own
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function endsAt(lines: readonly string[], line: string, at: number): boolean {
  const words = line.trim();
  if (boundaries.test(words) || signature.test(line) || phoneSignature.test(words)) return true;
  if (headOfMail.test(words) && lines.slice(at + 1, at + 4).some((next) => nextOfHead.test(next.trim()))) return true;
  return isIntroduction(lines, at);
}

/** An introduction counts only where the quote follows, so that a sentence that ends with "he wrote:" stays. */
function isIntroduction(lines: readonly string[], at: number): boolean {
  for (const length of [1, 2, 3]) {
    const own = lines.slice(at, at + length);
    if (own.some((line) => line.trim() === '')) return false;
    const words = own.join(' ').trim();
    if (words.length > longestIntroduction) return false;
    const next = nextWords(lines, at + length);
    const isQuoted = next === undefined || next.startsWith('>') || /<[^<>\s@]+@[^<>\s@]+>/.test(words);
    if (isQuoted && introductions.some((introduction) => introduction.test(words))) return true;
  }
  return false;
}

/** The first line from here on that says something. Looked for anew at each line, so only as far as needed. */
function nextWords(lines: readonly string[], from: number): string | undefined {
  for (let at = from; at < lines.length; at++) {
    const words = lines[at]?.trim();
    if (words) return words;
  }
  return undefined;
}
