import MarkdownIt, { type Token } from 'markdown-it';
import type { Block, Run } from './blocks.ts';

const readerOf = (linkify: boolean) =>
  new MarkdownIt('commonmark', { html: false, linkify })
    .disable(['image', 'code', 'fence', 'reference'])
    .enable(linkify ? ['linkify'] : []);

const plain = readerOf(false);
const linking = readerOf(true);
// Only addresses that are written out: "tutor.com" within a sentence may be a slip of the finger.
linking.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

export interface MarkdownOptions {
  /** Addresses that stand in the text become links, as people who write messages expect. */
  readonly linkify?: boolean;
}

/**
 * Reads the small part of Markdown that texts of the product use: headings, paragraphs, lists, quotes, rules, bold, italic,
 * links. HTML stays text, images become their descriptions, lists within lists become items, links to anything but pages,
 * mail and telephone lose their address.
 */
export function parseMarkdown(source: string, { linkify = false }: MarkdownOptions = {}): readonly Block[] {
  const blocks: Block[] = [];
  const items: { ordered: boolean; depth: number; rows: (readonly Run[])[] } = { ordered: false, depth: 0, rows: [] };
  let quotes = 0;
  let heading: 1 | 2 | 3 | undefined;

  const add = (text: readonly Run[]): void => {
    if (text.length === 0) return;
    if (heading) blocks.push({ kind: 'heading', level: heading, text });
    else if (items.depth > 0) items.rows.push(text);
    else blocks.push({ kind: quotes > 0 ? 'quote' : 'paragraph', text });
  };

  const steps: Readonly<Record<string, (token: Token) => void>> = {
    heading_open: ({ tag }) => {
      heading = tag === 'h1' ? 1 : tag === 'h2' ? 2 : 3;
    },
    heading_close: () => {
      heading = undefined;
    },
    blockquote_open: () => {
      quotes += 1;
    },
    blockquote_close: () => {
      quotes -= 1;
    },
    bullet_list_open: () => openList(false),
    ordered_list_open: () => openList(true),
    bullet_list_close: () => closeList(),
    ordered_list_close: () => closeList(),
    hr: () => void blocks.push({ kind: 'rule' }),
    inline: (token) => add(runsOf(token.children ?? [])),
  };

  function openList(ordered: boolean): void {
    if (items.depth === 0) items.ordered = ordered;
    items.depth += 1;
  }

  function closeList(): void {
    items.depth -= 1;
    if (items.depth > 0) return;
    blocks.push({ kind: 'list', ordered: items.ordered, items: items.rows });
    items.rows = [];
  }

  for (const token of (linkify ? linking : plain).parse(source, {})) steps[token.type]?.(token);
  return blocks;
}

/** What is open around a stretch of text. */
interface Style {
  bold: number;
  italic: number;
  readonly links: (string | undefined)[];
}

const turns: Readonly<Record<string, (style: Style, token: Token) => unknown>> = {
  strong_open: (style) => ++style.bold,
  strong_close: (style) => --style.bold,
  em_open: (style) => ++style.italic,
  em_close: (style) => --style.italic,
  link_open: ({ links }, token) => links.push(safeHref(token.attrGet('href'))),
  link_close: ({ links }) => links.pop(),
};

function runsOf(tokens: readonly Token[]): readonly Run[] {
  const runs: Run[] = [];
  const style: Style = { bold: 0, italic: 0, links: [] };
  for (const token of tokens) {
    const turn = turns[token.type];
    if (turn) turn(style, token);
    else append(runs, runOf(token, style));
  }
  return runs;
}

function runOf({ type, content }: Token, { bold, italic, links }: Style): Run {
  const href = links.at(-1);
  return {
    text: type === 'softbreak' ? ' ' : type === 'hardbreak' ? '\n' : content,
    ...(bold > 0 ? { bold: true } : {}),
    ...(italic > 0 ? { italic: true } : {}),
    ...(href ? { href } : {}),
  };
}

/** Neighbours of one style are one stretch. */
function append(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last && last.bold === run.bold && last.italic === run.italic && last.href === run.href)
    runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else if (run.text !== '') runs.push(run);
}

const safe = /^(https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/i;

/** What may be opened from a text; undefined for anything that could run or leave unseen. */
const safeHref = (href: unknown): string | undefined =>
  typeof href === 'string' && safe.test(href) ? href : undefined;
