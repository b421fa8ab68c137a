import type { Block, Run } from './blocks.ts';

/** As plain text, for readers of mail without HTML. Links are followed by their addresses. */
export const toText = (blocks: readonly Block[]): string => `${blocks.map(textOf).join('\n\n')}\n`;

function textOf(block: Block): string {
  if (block.kind === 'rule') return '-----';
  if (block.kind === 'list')
    return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${runsText(item)}`).join('\n');
  if (block.kind === 'quote')
    return runsText(block.text)
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n');
  return runsText(block.text);
}

const runsText = (runs: readonly Run[]): string => runs.map(runText).join('');

const runText = ({ text, href }: Run): string =>
  href === undefined || href === text || href === `mailto:${text}` ? text : `${text}: ${href}`;
