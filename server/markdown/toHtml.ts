import type { Block, Run } from './blocks.ts';

/** How each kind of element looks: mail programs know only styles written at the element. */
export interface HtmlStyles {
  readonly heading: string;
  readonly paragraph: string;
  readonly list: string;
  readonly item: string;
  readonly quote: string;
  readonly rule: string;
  readonly link: string;
  /** A paragraph that is nothing but a link. */
  readonly button: string;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

export const toHtml = (blocks: readonly Block[], styles: HtmlStyles): string =>
  blocks.map((block) => blockHtml(block, styles)).join('\n');

function blockHtml(block: Block, styles: HtmlStyles): string {
  switch (block.kind) {
    case 'heading':
      return element(`h${block.level}`, styles.heading, runsHtml(block.text, styles.link));
    case 'rule':
      return `<hr style="${styles.rule}">`;
    case 'list':
      return element(
        block.ordered ? 'ol' : 'ul',
        styles.list,
        block.items.map((item) => element('li', styles.item, runsHtml(item, styles.link))).join(''),
      );
    case 'quote':
      return element('blockquote', styles.quote, runsHtml(block.text, styles.link));
    default:
      return element('p', styles.paragraph, runsHtml(block.text, isButton(block.text) ? styles.button : styles.link));
  }
}

const isButton = (runs: readonly Run[]): boolean => runs.length === 1 && runs[0]?.href !== undefined;

const element = (name: string, style: string, inside: string): string =>
  `<${name} style="${style}">${inside}</${name}>`;

const runsHtml = (runs: readonly Run[], link: string): string => runs.map((run) => runHtml(run, link)).join('');

function runHtml({ text, bold, italic, href }: Run, link: string): string {
  const words = escapeHtml(text).replaceAll('\n', '<br>');
  const slanted = italic ? `<em>${words}</em>` : words;
  const strong = bold ? `<strong>${slanted}</strong>` : slanted;
  return href ? `<a href="${escapeHtml(href)}" style="${link}">${strong}</a>` : strong;
}
