import type { Run } from '../../markdown/blocks.ts';
import type { Column } from '../model.ts';
import { bottomOf, heightOf, ink, margin, type Pdf, widthOf, writeRuns } from './paper.ts';

const padding = 4;
const size = 9.5;

/** A table whose headings stand on each page again. A row stays whole. */
export function drawTable(pdf: Pdf, columns: readonly Column[], rows: readonly (readonly (readonly Run[])[])[]): void {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / shares) * widthOf(pdf));
  const head = columns.map(({ title }): readonly Run[] => [{ text: title, bold: true }]);
  drawRow(pdf, head, columns, widths);
  for (const row of rows) {
    if (pdf.y + rowHeight(pdf, row, widths) > bottomOf(pdf)) {
      pdf.addPage();
      drawRow(pdf, head, columns, widths);
    }
    drawRow(pdf, row, columns, widths);
  }
  pdf.x = margin;
  pdf.y += 8;
}

const rowHeight = (pdf: Pdf, row: readonly (readonly Run[])[], widths: readonly number[]): number =>
  Math.max(...row.map((cell, at) => heightOf(pdf, cell, (widths[at] ?? 0) - 2 * padding, size))) + 2 * padding;

function drawRow(
  pdf: Pdf,
  row: readonly (readonly Run[])[],
  columns: readonly Column[],
  widths: readonly number[],
): void {
  const [top, height] = [pdf.y, rowHeight(pdf, row, widths)];
  let x = margin;
  row.forEach((cell, at) => {
    const width = widths[at] ?? 0;
    const place = { x: x + padding, y: top + padding, width: width - 2 * padding, size };
    writeRuns(pdf, cell, { ...place, align: columns[at]?.align ?? 'left' });
    x += width;
  });
  pdf.y = top + height;
  pdf
    .moveTo(margin, pdf.y)
    .lineTo(margin + widthOf(pdf), pdf.y)
    .lineWidth(0.5)
    .stroke(ink.line);
}
