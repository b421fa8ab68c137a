import type { Drawing } from '../model.ts';
import { drawBlock } from './drawBlocks.ts';
import { openPaper, writeFeet } from './paper.ts';

/** Draws a document; runs in a thread. */
export async function task(drawing: Drawing): Promise<Uint8Array> {
  const pdf = openPaper(drawing);
  const parts: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => void parts.push(part));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  if (!drawing.hideTitle) drawBlock(pdf, { kind: 'heading', level: 1, text: [{ text: drawing.title }] });
  for (const block of drawing.blocks) drawBlock(pdf, block);
  writeFeet(pdf, drawing.footer);
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}
