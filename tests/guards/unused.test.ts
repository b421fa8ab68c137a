import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { freshPath } from '../harness/testEnvironment.ts';

const top = join(import.meta.dirname, '../..');

const sound: Record<string, string> = {
  'package.json': JSON.stringify({
    name: 'x',
    type: 'module',
    dependencies: { zod: '4' },
    scripts: { start: 'node server/main.ts' },
  }),
  'tsconfig.json': '{}',
  'server/main.ts': `import { z } from 'zod';\nimport { used } from './used.ts';\nused(z);`,
  'server/used.ts': 'export const used = (one: unknown) => one;',
  'server/people/api.ts': 'export const offered = 1;',
  'server/people/tests/people.test.ts': `import { offered } from '../api.ts';\noffered.toFixed();`,
};

const sins: Record<string, string> = {
  'package.json': JSON.stringify({
    name: 'x',
    type: 'module',
    dependencies: { zod: '4', express: '5' },
    scripts: { start: 'node server/main.ts' },
  }),
  'server/forgotten.ts': 'export const forgotten = 1;',
  'server/used.ts': 'export const used = (one: unknown) => one;\nexport const unused = 1;',
  'server/people/store/people.ts': `import pino from 'pino';\nexport const people = pino;`,
  'server/people/api.ts': `export { people as offered } from './store/people.ts';`,
};

function knip(files: Record<string, string>): Promise<string> {
  const folder = freshPath('-unused');
  mkdirSync(folder);
  symlinkSync(join(top, 'node_modules'), join(folder, 'node_modules'));
  cpSync(join(top, 'knip.json'), join(folder, 'knip.json'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const options = [
    join(top, 'node_modules/knip/bin/knip.js'),
    '--no-progress',
    '--reporter',
    'compact',
    '--no-config-hints',
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, options, { cwd: folder }, (_error, output, wrong) => resolve(output + wrong));
  });
}

describe('The guard of what nobody uses', () => {
  it('lets a product pass in which everything is used', async () => {
    expect(await knip(sound)).to.equal('');
  });

  it('tells of files, exports and dependencies that nobody uses, and of dependencies that nobody declared', async () => {
    const output = await knip({ ...sound, ...sins });
    expect(output).to.match(/server\/forgotten\.ts/);
    expect(output).to.match(/server\/used\.ts: unused/);
    expect(output).to.match(/package\.json: express/);
    expect(output).to.match(/server\/people\/store\/people\.ts: pino/);
  });
});
