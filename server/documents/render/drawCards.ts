import { create } from 'qrcode';
import type { Card } from '../model.ts';
import { bottomOf, ink, margin, type Pdf, widthOf, writeText } from './paper.ts';

const columns = 2;
const rows = 4;
const qrSize = 86;
const largestCode = 15;
/** Two lines of the name, one of each fact, four of what to do, two of the note: what is longer is cut, because a card must not grow. */
const most = { title: 36, fact: 16, how: 58, note: 28 } as const;

/** Eight cards to a page with lines to cut along. */
export function drawCards(pdf: Pdf, cards: readonly Card[], onCard: () => void): void {
  const width = widthOf(pdf) / columns;
  const height = (bottomOf(pdf) - margin) / rows;
  const { bottom } = pdf.page.margins;
  cards.forEach((card, at) => {
    const place = at % (columns * rows);
    if (at > 0 && place === 0) pdf.addPage();
    // A card ends where its box ends: nothing in it may begin a page.
    pdf.page.margins.bottom = 0;
    drawCard(pdf, card, {
      x: margin + (place % columns) * width,
      y: margin + Math.floor(place / columns) * height,
      width,
      height,
    });
    pdf.page.margins.bottom = bottom;
    onCard();
  });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawCard(pdf: Pdf, { title, facts, how, qr, code, note }: Card, { x, y, width, height }: Box): void {
  pdf.rect(x, y, width, height).dash(3, { space: 3 }).lineWidth(0.5).stroke(ink.line).undash();
  const inside = { x: x + 12, width: width - 24 };
  writeText(pdf, title, { ...inside, y: y + 12, size: 12, bold: true, height: most.title });
  drawQr(pdf, qr, { x: inside.x, y: pdf.y + 6, size: qrSize });
  const top = pdf.y + 6;
  const beside = { x: inside.x + qrSize + 10, width: inside.width - qrSize - 10 };
  pdf.y = top;
  for (const line of facts) writeText(pdf, line, { ...beside, y: pdf.y, size: 9, height: most.fact });
  writeText(pdf, how, { ...beside, y: pdf.y, size: 9, height: most.how });
  writeText(pdf, code, { ...beside, y: pdf.y + 4, size: sizeOfCode(pdf, code, beside.width), bold: true });
  writeText(pdf, note, {
    ...inside,
    y: Math.max(pdf.y, top + qrSize) + 4,
    size: 8,
    color: ink.quiet,
    height: most.note,
  });
}

/** As large as fits on one line: a code in two lines is typed wrong. */
function sizeOfCode(pdf: Pdf, code: string, width: number): number {
  const needed = pdf.font('bold').fontSize(largestCode).widthOfString(code);
  return Math.min(largestCode, Math.floor((largestCode * (width - 1) * 10) / needed) / 10);
}

/** Drawn as one shape, so that no reader shows seams between the squares. */
function drawQr(
  pdf: Pdf,
  text: string,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const step = size / modules.size;
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) pdf.rect(x + column * step, y + row * step, step, step);
  pdf.fill('#000000');
  pdf.fillColor(ink.text);
}
