import type { DocumentBlock } from '../model.ts';
import { drawCards } from './drawCards.ts';
import { drawTable } from './drawTable.ts';
import { heightOf, ink, margin, needHeight, type Pdf, widthOf, writeRuns, writeText } from './paper.ts';

const headingSize = { 1: 17, 2: 14, 3: 12 } as const;
const indent = 16;

type BlockOf<K extends DocumentBlock['kind']> = Extract<DocumentBlock, { readonly kind: K }>;

/** `onPart` is called after each card, and once for any other block. */
export function drawBlock(pdf: Pdf, block: DocumentBlock, onPart: () => void = () => undefined): void {
  if (block.kind === 'cards') drawCards(pdf, block.cards, onPart);
  else {
    drawPlain(pdf, block);
    onPart();
  }
}

function drawPlain(pdf: Pdf, block: Exclude<DocumentBlock, { readonly kind: 'cards' }>): void {
  if (block.kind === 'heading') drawHeading(pdf, block);
  else if (block.kind === 'list') drawList(pdf, block);
  else if (block.kind === 'quote') drawQuote(pdf, block);
  else if (block.kind === 'rule') drawRule(pdf);
  else if (block.kind === 'table') drawTable(pdf, block.columns, block.rows);
  else if (block.kind === 'facts') drawFacts(pdf, block);
  else if (block.kind === 'signatures') drawSignatures(pdf, block);
  else if (block.kind === 'page-break') pdf.addPage();
  else drawParagraph(pdf, block);
}

function drawParagraph(pdf: Pdf, { text }: BlockOf<'paragraph'>): void {
  writeRuns(pdf, text);
  pdf.y += 8;
}

/** A heading is never the last line of a page. */
function drawHeading(pdf: Pdf, { level, text }: BlockOf<'heading'>): void {
  const size = headingSize[level];
  needHeight(pdf, heightOf(pdf, text, widthOf(pdf), size) + 60);
  pdf.y += level === 1 ? 4 : 8;
  writeRuns(pdf, text, { size, bold: true });
  pdf.y += 6;
}

function drawList(pdf: Pdf, { ordered, items }: BlockOf<'list'>): void {
  const width = widthOf(pdf) - indent;
  items.forEach((item, at) => {
    needHeight(pdf, Math.min(heightOf(pdf, item, width), 120));
    const y = pdf.y;
    writeText(pdf, ordered ? `${at + 1}.` : '•', { y, width: indent });
    writeRuns(pdf, item, { x: margin + indent, y, width });
    pdf.y += 4;
  });
  pdf.x = margin;
  pdf.y += 4;
}

function drawQuote(pdf: Pdf, { text }: BlockOf<'quote'>): void {
  const width = widthOf(pdf) - indent;
  const height = heightOf(pdf, text, width);
  needHeight(pdf, height);
  pdf
    .moveTo(margin + 4, pdf.y)
    .lineTo(margin + 4, pdf.y + height)
    .lineWidth(2)
    .stroke(ink.line);
  writeRuns(pdf, text, { x: margin + indent, width });
  pdf.x = margin;
  pdf.y += 8;
}

function drawRule(pdf: Pdf): void {
  needHeight(pdf, 20);
  pdf
    .moveTo(margin, pdf.y + 4)
    .lineTo(margin + widthOf(pdf), pdf.y + 4)
    .lineWidth(0.5)
    .stroke(ink.line);
  pdf.y += 14;
}

function drawFacts(pdf: Pdf, { facts }: BlockOf<'facts'>): void {
  const label = widthOf(pdf) * 0.35;
  for (const fact of facts) {
    const width = widthOf(pdf) - label;
    needHeight(
      pdf,
      Math.max(heightOf(pdf, [{ text: fact.value }], width), heightOf(pdf, [{ text: fact.label }], label)),
    );
    const y = pdf.y;
    writeText(pdf, fact.label, { y, width: label - 8, color: ink.quiet });
    const below = pdf.y;
    writeText(pdf, fact.value, { x: margin + label, y, width });
    pdf.y = Math.max(below, pdf.y) + 2;
  }
  pdf.x = margin;
  pdf.y += 8;
}

function drawSignatures(pdf: Pdf, { names }: BlockOf<'signatures'>): void {
  for (const name of names) {
    needHeight(pdf, 56);
    pdf.y += 36;
    pdf
      .moveTo(margin, pdf.y)
      .lineTo(margin + 220, pdf.y)
      .lineWidth(0.5)
      .stroke(ink.text);
    writeText(pdf, name, { y: pdf.y + 4, size: 9, color: ink.quiet });
  }
  pdf.y += 8;
}
