import { expect } from 'chai';
import { pdfText } from '../../../tests/harness/pdfText.ts';
import { parseMarkdown } from '../../markdown/parseMarkdown.ts';
import type { Drawing } from '../model.ts';
import { task } from '../render/renderTask.ts';

const drawing = (blocks: Drawing['blocks'], more: Partial<Drawing> = {}): Drawing => ({
  title: 'A document',
  footer: 'At the foot',
  language: 'en',
  madeAt: new Date('2026-09-07T06:00:00Z'),
  blocks,
  ...more,
});

describe('A drawn document', function () {
  this.timeout(60_000);

  it('has its words in all three alphabets, signs, and the number of each page', async () => {
    const text = parseMarkdown(
      '## Ёжик, ñandú, “quotes” — ½\n\n✓ done → next ☐ open **bold _both_** [a link](https://x.example)\n\n1. one\n2. two',
    );
    const [page = ''] = await pdfText(await task(drawing(text)));
    for (const words of [
      'A document',
      'Ёжик, ñandú, “quotes” — ½',
      '✓',
      '→',
      '☐',
      'bold',
      'a link',
      'two',
      'At the foot',
      '1 / 1',
    ])
      expect(page).to.include(words);
  });

  it('repeats the headings of a table on each page and keeps every row', async () => {
    const rows = Array.from({ length: 90 }, (_, at) => [[{ text: `Row ${at + 1}` }], [{ text: 'Слово '.repeat(12) }]]);
    const columns = [
      { title: 'Number', share: 1 },
      { title: 'Words', share: 3 },
    ];
    const pages = await pdfText(await task(drawing([{ kind: 'table', columns, rows }])));
    expect(pages.length).to.be.greaterThan(2);
    for (const page of pages) expect(page).to.include('Number');
    const all = pages.join('\n');
    for (let at = 1; at <= 90; at += 1) expect(all).to.match(new RegExp(`Row ${at}\\b`));
    expect(pages.at(-1)).to.include(`${pages.length} / ${pages.length}`);
  });

  it('holds eight cards to a page, whatever is written on them', async () => {
    const card = (at: number) => ({
      title: `${'Константинопольская-Рождественская '.repeat(2)}${at}`,
      facts: ['Madre de María de los Ángeles Guadalupe Fernández de la Vega'],
      how: 'Scan the code, or open tutoria.a-rather-long-name.example.org and type:',
      qr: `https://tutoria.example.org/invite/ABCD-${at}`,
      code: `ABCD-${1000 + at}`,
      note: 'Works once, until 1 October 2026. Whoever has the card can sign in as this person.',
    });
    const pages = await pdfText(
      await task(
        drawing([{ kind: 'cards', cards: Array.from({ length: 17 }, (_, at) => card(at)) }], { hideTitle: true }),
      ),
    );
    expect(pages).to.have.length(3);
    expect(pages.map((page) => page.match(/ABCD-1\d{3}/g)?.length)).to.deep.equal([8, 8, 1]);
  });

  it('depends on nothing but what it is told', async () => {
    const made = await Promise.all([task(drawing([])), task(drawing([])), task(drawing([], { madeAt: new Date(0) }))]);
    const [first, again, other] = made.map((bytes) => Buffer.from(bytes).toString('latin1'));
    expect(first).to.equal(again);
    expect(first).not.to.equal(other);
  });
});
