import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const hashed = /^(.+-)([\w-]{8})(\.\w+)$/;
const isText = /\.(?:js|css|html)$/;

/** By what a page tells that it is of the other build. */
export const markOfAnotherBuild = 'meta[name="another-build"]';

/**
 * The same client as if something had changed in every file: no hashed file of the first build is there any more, and
 * the worker is another one. Returns its folder, which the caller removes.
 */
export function anotherBuild(built: string): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'tutoria-build-'));
  cpSync(built, folder, { recursive: true });
  const assets = join(folder, 'assets');
  const names = readdirSync(assets);
  const renamed = new Map(
    names.map((name) => [
      name,
      name.replace(
        hashed,
        (_all, stem: string, hash: string, end: string) => `${stem}${[...hash].toReversed().join('')}${end}`,
      ),
    ]),
  );
  const known = new RegExp(names.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
  const rewrite = (file: string): void => {
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replace(known, (name) => renamed.get(name) ?? name),
    );
  };
  for (const [from, to] of renamed) renameSync(join(assets, from), join(assets, to));
  for (const name of readdirSync(assets)) if (isText.test(name)) rewrite(join(assets, name));
  for (const name of readdirSync(folder)) if (isText.test(name)) rewrite(join(folder, name));
  const index = join(folder, 'index.html');
  writeFileSync(
    index,
    readFileSync(index, 'utf8').replace('</head>', '<meta name="another-build" content="2" /></head>'),
  );
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
