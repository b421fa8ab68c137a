import type { PostView } from '../../schemas/topics.ts';

const longest = 600;

/** A post as a quotation to answer to: its own quotations left out, with a link to where it stands. */
export function quoteOf(
  { text, author, number }: Pick<PostView, 'text' | 'author' | 'number'>,
  topicId: string,
): string {
  const own = text
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .trim();
  const cut = own.length > longest ? `${own.slice(0, longest).trimEnd()}…` : own;
  const lines = cut.split('\n').map((line) => `> ${line}`);
  const name = (author?.name ?? '…').replace(/[[\]]/g, '');
  return `> [${name}](/forum/topics/${topicId}?from=${number}):\n>\n${lines.join('\n')}\n\n`;
}
