/**
 * Writes the sample of every mail (HTML and text) and of every printed document (PDF) in three languages, to be looked at:
 *
 *   npx tsx scripts/samples.ts FOLDER [--pictures]
 *
 * `--pictures` adds what the mails look like in Chromium, 320 and 600 pixels wide, light and dark. For documents
 * `pdftoppm -png FILE.pdf PAGE` does it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { type App, createApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { contentOf } from '../server/documents/contentOf.ts';
import { task as draw } from '../server/documents/render/renderTask.ts';
import { type Language, languages } from '../server/host/language.ts';
import type { MailKind, MailValues } from '../server/mail/kind.ts';
import { compose } from '../server/mail/letters.ts';
import { launchChromium } from '../tests/browser/launchChromium.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { pictures: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (!folder) throw new Error('Say into which folder');

const madeAt = new Date('2026-09-07T06:00:00Z');
const zone = 'Europe/Moscow';

const isValues = (data: unknown): data is MailValues => typeof data === 'object' && data !== null;

/** Writes one mail; returns its path without the ending. */
function writeMail({ texts }: App, kind: MailKind<unknown>, language: Language, into: string): string {
  const values = kind.sampleValues ?? kind.data.parse(kind.sample);
  if (!isValues(values)) throw new Error(`The sample of ${kind.id} has no values`);
  const parts = { config: { publicUrl: 'https://school.example', language }, texts: () => texts };
  const { subject, text, html } = compose(parts, kind, { personId: '', language, zone }, values);
  const path = join(into, `${kind.id}.${language}`);
  writeFileSync(`${path}.html`, html);
  writeFileSync(`${path}.txt`, `${subject}\n\n${text}`);
  return path;
}

async function takePictures(browser: Browser, path: string): Promise<void> {
  for (const width of [320, 600])
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width, height: 480 }, colorScheme });
      await page.goto(pathToFileURL(`${path}.html`).href);
      await page.screenshot({ path: `${path}.${width}.${colorScheme}.png`, fullPage: true });
      await page.close();
    }
}

async function writeDocuments({ loaded, texts }: App, into: string): Promise<void> {
  for (const kind of loaded.flatMap(({ parts }) => parts.documents ?? []))
    for (const language of languages) {
      const content = contentOf(kind, kind.sample, texts, { language, zone });
      writeFileSync(join(into, `${kind.id}.${language}.pdf`), await draw({ ...content, language, madeAt }));
    }
}

mkdirSync(folder, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'tutoria-samples-'));
const app = await createApp(readConfig({ TUTORIA_MODE: 'test', DATA_DIR: dataDir }));
try {
  const mails = app.mails.flatMap((kind) => languages.map((language) => writeMail(app, kind, language, folder)));
  await writeDocuments(app, folder);
  if (flags.pictures) {
    const browser = await launchChromium();
    for (const path of mails) await takePictures(browser, path);
    await browser.close();
  }
} finally {
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
}
