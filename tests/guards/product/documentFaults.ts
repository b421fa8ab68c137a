import { contentOf } from '../../../server/documents/contentOf.ts';
import type { DocumentKind } from '../../../server/documents/kind.ts';
import type { DocumentBlock } from '../../../server/documents/model.ts';
import { task as draw } from '../../../server/documents/render/renderTask.ts';
import type { Installation } from '../../../server/host/installation.ts';
import { type Language, languages } from '../../../server/host/language.ts';
import type { Texts } from '../../../server/host/texts.ts';
import { pdfText } from '../../harness/pdfText.ts';
import type { Started } from './pluginFaults.ts';

const madeAt = new Date('2026-09-07T06:00:00Z');

/** What is wrong with the documents that plugins declare: each must render its sample in every language, readable by machines, the same each time. */
export async function documentFaults(
  all: readonly Started[],
  { texts }: Pick<Installation, 'texts'>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const { plugin, parts } of all)
    for (const kind of parts.documents ?? []) {
      if (!kind.id.startsWith(`${plugin.ref.plugin}.`))
        faults.push(`document ${kind.id} does not begin with ${plugin.ref.plugin}.`);
      for (const language of languages)
        faults.push(...(await faultsIn(kind, language, texts)).map((fault) => `document ${kind.id}: ${fault}`));
    }
  return faults;
}

async function faultsIn(kind: DocumentKind<unknown>, language: Language, texts: Texts): Promise<string[]> {
  const reader = { language, zone: 'Europe/Moscow' };
  try {
    const content = contentOf(kind, kind.sample, texts, reader);
    const { blocks, title, hideTitle } = content;
    // In a thread for each, as in the product, it would take most of its time to load.
    const drawing = { ...content, language, madeAt };
    const [first, second] = [await draw(drawing), await draw(drawing)];
    const found = (await pdfText(first)).join(' ');
    const lost = [...(hideTitle ? [] : [title]), ...blocks.flatMap(wordsOf)].filter(
      (text) => !squeezed(found).includes(squeezed(text)),
    );
    return [
      ...(Buffer.from(first).equals(Buffer.from(second)) ? [] : [`is not the same twice in ${language}`]),
      ...lost.map((text) => `does not let “${text}” be read in ${language}`),
    ];
  } catch (reason) {
    return [`cannot be made in ${language}: ${reason instanceof Error ? reason.message : String(reason)}`];
  }
}

/** Lines are broken anywhere. */
const squeezed = (text: string): string => text.replace(/\s+/g, '');

function wordsOf(block: DocumentBlock): string[] {
  if ('text' in block) return [block.text.map(({ text }) => text).join('')];
  if (block.kind === 'list') return block.items.map((item) => item.map(({ text }) => text).join(''));
  if (block.kind === 'cards')
    return block.cards.flatMap(({ title, facts, how, code, note }) => [title, ...facts, how, code, note]);
  if (block.kind === 'table')
    return block.rows.flatMap((row) => row.map((cell) => cell.map(({ text }) => text).join('')));
  if (block.kind === 'facts') return block.facts.flatMap(({ label, value }) => [label, value]);
  return block.kind === 'signatures' ? [...block.names] : [];
}
