import type { TaskControl } from '../../optimise/worker/task.ts';
import type { Drawn } from '../api.ts';
import type { DocumentBlock, Drawing } from '../model.ts';
import { drawBlock } from './drawBlocks.ts';
import { openPaper, writeFeet } from './paper.ts';

/** Cards take long; everything else counts as one. */
const partsOf = (block: DocumentBlock): number => (block.kind === 'cards' ? block.cards.length : 1);

/** Draws a document; runs in a thread. */
export async function task(drawing: Drawing, control?: Pick<TaskControl<Drawn>, 'progress'>): Promise<Uint8Array> {
  const pdf = openPaper(drawing);
  const parts: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => void parts.push(part));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  if (!drawing.hideTitle) drawBlock(pdf, { kind: 'heading', level: 1, text: [{ text: drawing.title }] });
  const total = drawing.blocks.reduce((sum, block) => sum + partsOf(block), 0);
  let done = 0;
  for (const block of drawing.blocks)
    drawBlock(pdf, block, () => {
      done += 1;
      control?.progress({ done, total });
    });
  writeFeet(pdf, drawing.footer);
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}
