import { execFile } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { freshPath } from '../harness/testEnvironment.ts';

const top = join(import.meta.dirname, '../..');

/** One sin for each strictness that this product relies on: the option, the file's text and the error. */
const sins: readonly (readonly [option: string, text: string, error: string])[] = [
  ['strict', 'export const length = (text: string | undefined) => text.length;', 'TS18048'],
  ['strict (implicit any)', 'export const same = (one) => one;', 'TS7006'],
  ['noUncheckedIndexedAccess', 'export const first = (all: string[]): string => all[0];', 'TS2322'],
  ['exactOptionalPropertyTypes', 'export const one: { name?: string } = { name: undefined };', 'TS2375'],
  ['verbatimModuleSyntax', `import { Logger } from 'pino';\nexport type Log = Logger;`, 'TS1484'],
  ['erasableSyntaxOnly', 'export enum Colour {\n  Red,\n}', 'TS1294'],
  ['noImplicitOverride', 'class A {\n  go(): void {}\n}\nexport class B extends A {\n  go(): void {}\n}', 'TS4114'],
  ['noUnusedLocals', 'const unused = 1;\nexport {};', 'TS6133'],
  ['noUnusedParameters', 'export const one = (unused: number) => 1;', 'TS6133'],
];

function compile(texts: readonly string[]): Promise<string> {
  const folder = freshPath('-compiled');
  mkdirSync(folder);
  symlinkSync(join(top, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(top, 'tsconfig.json'), include: ['*.ts'] }),
  );
  for (const [at, text] of texts.entries()) writeFileSync(join(folder, `sin${at}.ts`), text);
  return new Promise((resolve) => {
    execFile(
      join(top, 'node_modules/.bin/tsc'),
      ['-p', folder, '--pretty', 'false'],
      { cwd: folder },
      (_error, output) => resolve(output),
    );
  });
}

describe('The compiler', () => {
  let output: string;
  before(async () => {
    output = await compile(sins.map(([, text]) => text));
  });

  for (const [at, [option, , error]] of sins.entries())
    it(`is strict: ${option}`, () => {
      expect(
        output.split('\n').filter((line) => line.startsWith(`sin${at}.ts`) && line.includes(error)),
      ).to.have.lengthOf(1);
    });

  it('lets sound code pass', async () => {
    expect(await compile([`import type { Knex } from 'knex';\nexport type Db = Knex;`])).to.equal('');
  });
});
