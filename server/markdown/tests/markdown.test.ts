import { expect } from 'chai';
import { fillMarkdown, placeholdersOf } from '../fillMarkdown.ts';
import { parseMarkdown } from '../parseMarkdown.ts';
import { type HtmlStyles, toHtml } from '../toHtml.ts';
import { toText } from '../toText.ts';

const bare: HtmlStyles = {
  heading: '',
  paragraph: '',
  list: '',
  item: '',
  quote: '',
  rule: '',
  link: '',
  button: 'button',
};
const html = (source: string): string => toHtml(parseMarkdown(source), bare).replaceAll(' style=""', '');

const attacks: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](vbscript:x)',
  '[a](//evil.example)',
  '[a](/\\evil.example)',
  '![a](javascript:alert(1))',
  '<a href="https://x" onclick="alert(1)">a</a>',
  '<javascript:alert(1)>',
  '[a](https://x.example/"onmouseover="alert(1))',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '```html\n<script>alert(1)</script>\n```',
];

describe('Simple Markdown', () => {
  it('becomes blocks', () => {
    expect(
      parseMarkdown('# One\n\nTwo **bold _both_**\nlines  \nthree\n\n- a\n- [b](/c)\n  - d\n\n> q\n\n---\n\n1. x'),
    ).to.deep.equal([
      { kind: 'heading', level: 1, text: [{ text: 'One' }] },
      {
        kind: 'paragraph',
        text: [
          { text: 'Two ' },
          { text: 'bold ', bold: true },
          { text: 'both', bold: true, italic: true },
          { text: ' lines\nthree' },
        ],
      },
      {
        kind: 'list',
        ordered: false,
        items: [[{ text: 'a' }], [{ text: 'b', href: '/c' }], [{ text: 'd' }]],
      },
      { kind: 'quote', text: [{ text: 'q' }] },
      { kind: 'rule' },
      { kind: 'list', ordered: true, items: [[{ text: 'x' }]] },
    ]);
  });

  it('is told as text with the addresses of links', () => {
    expect(toText(parseMarkdown('Open [the page](https://x.example/a).\n\n- one\n- two\n\n> said'))).to.equal(
      'Open the page: https://x.example/a.\n\n- one\n- two\n\n> said\n',
    );
  });

  it('makes a paragraph that is only a link a button', () => {
    expect(html('[Go](https://x.example)')).to.equal('<p><a href="https://x.example" style="button">Go</a></p>');
  });

  for (const attack of attacks)
    it(`lets nothing run: ${JSON.stringify(attack)}`, () => {
      const made = html(attack);
      expect(made).not.to.match(/<(script|img|iframe|svg)|href="(?!https?:|mailto:|tel:|\/[^/\\]|#)/i);
      // Outside of the quoted address there is no attribute but the style.
      expect(made.replace(/href="[^"]*"/g, '')).not.to.match(/<[^>]+\son\w+=/i);
    });

  for (const value of [
    '*x*',
    '[a](https://evil.example)',
    '# big',
    '1. one',
    '<b>',
    '`x`',
    '\\',
    '> q',
    '- i',
    '&amp;',
    '_a_',
  ])
    it(`takes a value literally: ${value}`, () => {
      expect(parseMarkdown(fillMarkdown('{{v}}', { v: value }))).to.deep.equal([
        { kind: 'paragraph', text: [{ text: value }] },
      ]);
    });

  it('keeps the lines of a value and the brackets of an address', () => {
    expect(parseMarkdown(fillMarkdown('{{v}}', { v: 'one\r\n    two\n\n\nthree' }))).to.deep.equal([
      { kind: 'paragraph', text: [{ text: 'one\ntwo\nthree' }] },
    ]);
    expect(parseMarkdown(fillMarkdown('[a]({{v}})', { v: 'https://x.example/(a) b' }))).to.deep.equal([
      { kind: 'paragraph', text: [{ text: 'a', href: 'https://x.example/%28a%29%20b' }] },
    ]);
  });

  it('knows its placeholders', () => {
    expect(placeholdersOf('{{b}} [x]({{a}}) {{b}}')).to.deep.equal(['a', 'b']);
  });
});
