import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { freshPath } from '../harness/testEnvironment.ts';

const top = join(import.meta.dirname, '../..');

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path?: string };
}

/** One sin for each rule that this product relies on: the rule, the file that sins and its text. */
const sins: readonly (readonly [category: string, file: string, text: string])[] = [
  ['lint/style/noProcessEnv', 'server/port.ts', 'export const port = process.env.PORT;'],
  ['lint/suspicious/noConsole', 'server/shout.ts', `console.log('hello');`],
  ['lint/suspicious/noConsole', 'client/src/shout.ts', `console.log('hello');`],
  ['lint/suspicious/noExplicitAny', 'server/loose.ts', 'export const loose = (one: any) => one;'],
  ['lint/style/noDefaultExport', 'server/nameless.ts', 'export default 1;'],
  ['lint/style/noEnum', 'server/colour.ts', 'export enum Colour { Red }'],
  [
    'lint/style/noNonNullAssertion',
    'server/sure.ts',
    'export const sure = (text: string | undefined) => text!.length;',
  ],
  ['lint/style/noParameterAssign', 'server/assign.ts', 'export const next = (n: number) => { n = n + 1; return n; };'],
  ['lint/style/useImportType', 'server/types.ts', `import { Knex } from 'knex'; export type Db = Knex;`],
  ['lint/performance/noBarrelFile', 'server/index.ts', `export { one } from './one.ts';`],
  ['lint/performance/noReExportAll', 'server/all.ts', `export * from './one.ts';`],
  [
    'lint/nursery/noFloatingPromises',
    'server/floating.ts',
    'const later = async (): Promise<number> => 1;\nexport const start = () => {\n  later();\n};',
  ],
  [
    'lint/nursery/noMisusedPromises',
    'server/misused.ts',
    `const later = async (): Promise<boolean> => true;\nexport const ask = () => {\n  if (later()) return 1;\n  return 2;\n};`,
  ],
  ['lint/suspicious/noFocusedTests', 'tests/only.test.ts', `it.only('runs alone', () => {});`],
  ['lint/suspicious/noSkippedTests', 'tests/skip.test.ts', `it.skip('does not run', () => {});`],
  ['format', 'server/shape.ts', 'export const   shape  =  1'],
  ...[
    'new Date()',
    'new Date',
    'Date()',
    'Date.now()',
    'Math.random()',
    'crypto.randomUUID()',
    'randomUUID()',
    'randomBytes(8)',
    'DateTime.now()',
    'DateTime.utc()',
    'DateTime.local()',
  ].flatMap((call, at): [string, string, string][] => [
    ['plugin', `server/ambient${at}.ts`, `export const value = () => ${call};`],
    ['plugin', `plugins/polls/ambient${at}.ts`, `export const value = () => ${call};`],
  ]),
];

/** What is allowed where it is, though it would be a sin elsewhere. */
const sound: Record<string, string> = {
  'server/one.ts': 'export const one = (at: string) => new Date(at);\n',
  'server/config.ts': 'export const port = process.env.PORT;\n',
  'plugins/polls/plugin.ts': 'export default 1;\n',
  'plugins/polls/api.ts': `export { votes } from './domain/votes.ts';\n`,
  'tests/print.ts': 'console.log(new Date());\n',
  'client/src/now.ts': 'export const now = () => new Date();\n',
};

function check(files: Record<string, string>): Promise<Diagnostic[]> {
  const folder = freshPath('-linted');
  mkdirSync(folder);
  for (const part of ['biome.json', 'biome', '.gitignore'])
    cpSync(join(top, part), join(folder, part), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const options = [
    'ci',
    '--reporter=json',
    '--colors=off',
    '--max-diagnostics=1000',
    'server',
    'plugins',
    'client',
    'tests',
  ];
  return new Promise((resolve, reject) => {
    execFile(join(top, 'node_modules/.bin/biome'), options, { cwd: folder }, (_error, output) => {
      try {
        resolve(JSON.parse(output).diagnostics);
      } catch {
        reject(new Error(output));
      }
    });
  });
}

describe('The linter', () => {
  it('lets sound code pass', async () => {
    expect(await check(sound)).to.deep.equal([]);
  });

  describe('on code that breaks every rule', () => {
    let found: Diagnostic[];
    before(async () => {
      found = await check({ ...sound, ...Object.fromEntries(sins.map(([, file, text]) => [file, `${text}\n`])) });
    });

    for (const [category, file, text] of sins)
      it(`catches ${category} in ${file}: ${text.split('\n').at(-3) ?? text}`, () => {
        const here = found.filter(({ location }) => location.path?.endsWith(file)).map((one) => one.category);
        expect(here).to.include(category);
      });
  });
});
