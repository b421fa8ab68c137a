import type { Language } from '../../host/language.ts';
import { readableValues, type TextValue } from '../../host/readableValues.ts';
import type { Block, Run } from '../../markdown/blocks.ts';
import { fillMarkdown } from '../../markdown/fillMarkdown.ts';
import { parseMarkdown } from '../../markdown/parseMarkdown.ts';
import { toText } from '../../markdown/toText.ts';
import type { MailItem, MailText, MailValues } from '../kind.ts';
import type { MailTemplate } from '../templates.ts';
import { layoutHtml } from './layoutHtml.ts';

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Composing {
  readonly template: MailTemplate;
  readonly values: MailValues;
  readonly language: Language;
  readonly zone: string;
  /** The address that paths of the client are put behind. */
  readonly publicUrl: string;
  /** Below the text: who sends this and why. In simple Markdown. */
  readonly footer: string;
}

/** A mail as text and as HTML; both from one template, so they never tell different things. */
export function composeMail({ template, values, language, zone, publicUrl, footer }: Composing): ComposedMail {
  const { paragraphs, words } = apart(values);
  const readable = Object.fromEntries(
    Object.entries(readableValues(words, language, zone)).map(([name, value]) => [name, String(value)]),
  );
  const absolute = (blocks: readonly Block[]) => blocks.map((block) => withAbsoluteLinks(block, publicUrl));
  const body = absolute(template.body.split(/\n{2,}/).flatMap((part) => blocksOf(part, readable, paragraphs)));
  const below = absolute(parseMarkdown(footer));
  const subject = oneLine(template.subject.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => readable[name] ?? ''));
  return {
    subject,
    text: toText([...body, { kind: 'rule' }, ...below]),
    html: layoutHtml({ subject, language, body, footer: below }),
  };
}

type Paragraphs = readonly MailItem[] | MailText;

/** What stands in paragraphs of its own, and words among the values. */
function apart(values: MailValues): {
  readonly paragraphs: ReadonlyMap<string, Paragraphs>;
  readonly words: Readonly<Record<string, TextValue>>;
} {
  const paragraphs = new Map<string, Paragraphs>();
  const words: Record<string, TextValue> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'object' && value !== null) paragraphs.set(name, value);
    else words[name] = value;
  }
  return { paragraphs, words };
}

/** A paragraph of the template; one that is only the name of a list or text becomes that. */
function blocksOf(
  part: string,
  words: Readonly<Record<string, string>>,
  paragraphs: ReadonlyMap<string, Paragraphs>,
): readonly Block[] {
  const own = paragraphs.get(/^\s*\{\{(\w+)\}\}\s*$/.exec(part)?.[1] ?? '');
  if (!own) return parseMarkdown(fillMarkdown(part, words));
  return 'markdown' in own ? parseMarkdown(own.markdown, { linkify: true }) : underHeadings(own);
}

/** A list, or one below each heading in the order in which they first come. */
function underHeadings(items: readonly MailItem[]): readonly Block[] {
  const lists = new Map<string | undefined, (readonly Run[])[]>();
  for (const { text, href, under } of items)
    lists.set(under, [...(lists.get(under) ?? []), [href ? { text, href } : { text }]]);
  return [...lists].flatMap(([under, rows]): Block[] => [
    ...(under === undefined ? [] : [{ kind: 'heading' as const, level: 2 as const, text: [{ text: under }] }]),
    { kind: 'list', ordered: false, items: rows },
  ]);
}

const absoluteRun = (run: Run, publicUrl: string): Run =>
  run.href?.startsWith('/') ? { ...run, href: `${publicUrl}${run.href}` } : run;

function withAbsoluteLinks(block: Block, publicUrl: string): Block {
  if (block.kind === 'rule') return block;
  if (block.kind === 'list')
    return { ...block, items: block.items.map((item) => item.map((run) => absoluteRun(run, publicUrl))) };
  return { ...block, text: block.text.map((run) => absoluteRun(run, publicUrl)) };
}

/** A subject is one line, whatever the values bring: a second line would be a header of its own. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);
