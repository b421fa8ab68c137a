import PDFDocument from 'pdfkit';
import type { Run } from '../../markdown/blocks.ts';
import type { Drawing } from '../model.ts';
import { type FontName, fonts, stretches } from './fonts.ts';

export type Pdf = PDFKit.PDFDocument;

/** Points; a millimetre is 2.83. */
export const margin = 51;
export const footHeight = 24;
export const ink = { text: '#1b1f24', quiet: '#5b6470', line: '#c5cbd3', link: '#1f5fbf' } as const;

/** An empty A4 document. Everything in it follows from the drawing, so the same drawing gives the same bytes. */
export function openPaper({ title, language, madeAt, landscape }: Drawing): Pdf {
  const pdf = new PDFDocument({
    size: 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    margins: { top: margin, left: margin, right: margin, bottom: margin + footHeight },
    bufferPages: true,
    lang: language,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Author: 'Tutoria', CreationDate: madeAt, ModDate: madeAt },
  });
  for (const [name, file] of Object.entries(fonts)) pdf.registerFont(name, file);
  return pdf.font('regular').fillColor(ink.text);
}

export const widthOf = ({ page }: Pdf): number => page.width - page.margins.left - page.margins.right;
export const bottomOf = ({ page }: Pdf): number => page.height - page.margins.bottom;

/** Begins a new page when less than this is left. */
export function needHeight(pdf: Pdf, height: number): void {
  if (pdf.y + height > bottomOf(pdf)) pdf.addPage();
}

export interface TextPlace {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly size?: number;
  /** What goes beyond is cut, with an ellipsis. */
  readonly height?: number;
  readonly align?: 'left' | 'right' | 'center';
  readonly bold?: boolean;
  readonly color?: string;
}

const fontOf = ({ bold, italic }: Pick<Run, 'bold' | 'italic'>): FontName =>
  bold ? (italic ? 'bold-italic' : 'bold') : italic ? 'italic' : 'regular';

/** Writes runs as one paragraph: each stretch in its own font, links blue and open to a click. */
export function writeRuns(pdf: Pdf, runs: readonly Run[], place: TextPlace = {}): void {
  const { x = pdf.page.margins.left, y = pdf.y, width = widthOf(pdf), size = 11, align = 'left' } = place;
  const parts = runs.flatMap((run) =>
    stretches(run.text, fontOf({ ...run, ...(place.bold ? { bold: true } : {}) })).map((part) => ({
      ...part,
      href: run.href,
    })),
  );
  pdf.fontSize(size);
  parts.forEach(({ text, font, href }, at) => {
    const isWeb = href !== undefined && /^(https?|mailto|tel):/i.test(href);
    pdf.font(font).fillColor(isWeb ? ink.link : (place.color ?? ink.text));
    const options = {
      width,
      align,
      lineGap: 2,
      continued: at < parts.length - 1,
      ...(place.height === undefined ? {} : { height: place.height, ellipsis: true }),
      link: isWeb ? href : null,
      underline: isWeb,
    };
    if (at === 0) pdf.text(text, x, y, options);
    else pdf.text(text, options);
  });
  pdf.font('regular').fillColor(ink.text);
}

export const writeText = (pdf: Pdf, text: string, place: TextPlace = {}): void => writeRuns(pdf, [{ text }], place);

/** How high runs get at this width. */
export function heightOf(pdf: Pdf, runs: readonly Run[], width: number, size = 11): number {
  const text = runs.map((run) => run.text).join('');
  return pdf
    .font('bold')
    .fontSize(size)
    .heightOfString(text || ' ', { width, lineGap: 2 });
}

/** Page numbers, when all pages are known. */
export function writeFeet(pdf: Pdf, footer: string): void {
  const { count } = pdf.bufferedPageRange();
  for (let at = 0; at < count; at += 1) {
    pdf.switchToPage(at);
    const y = pdf.page.height - margin;
    // The foot lies in the margin: without this pdfkit would begin a page for it.
    pdf.page.margins.bottom = 0;
    const half = widthOf(pdf) / 2;
    writeText(pdf, footer, { y, width: half * 1.6, size: 8, color: ink.quiet });
    writeText(pdf, `${at + 1} / ${count}`, {
      x: margin + half * 1.6,
      y,
      width: half * 0.4,
      size: 8,
      align: 'right',
      color: ink.quiet,
    });
  }
}
