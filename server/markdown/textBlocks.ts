import { type MarkdownOptions, parseMarkdown } from './parseMarkdown.ts';
import type { TextBlock } from './schemas.ts';

/** A text in Markdown as it travels to a client, which draws it without ever meeting HTML. */
export const textBlocks = (source: string, options?: MarkdownOptions): TextBlock[] =>
  parseMarkdown(source, options).map((block) => {
    if (block.kind === 'rule') return block;
    if (block.kind === 'list') return { ...block, items: block.items.map((item) => [...item]) };
    return { ...block, text: [...block.text] };
  });
