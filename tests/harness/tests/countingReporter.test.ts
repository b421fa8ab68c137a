import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { freshPath } from '../testEnvironment.ts';

const top = join(import.meta.dirname, '../../..');

interface Run {
  readonly status: number;
  readonly output: string;
}

/** Runs a test file of this text with the reporter, in a mocha of its own. */
function run(text: string): Promise<Run> {
  const file = freshPath('.test.cjs');
  writeFileSync(file, text);
  const reporter = join(top, 'tests/harness/countingReporter.ts');
  const options = ['--no-config', '--node-option', 'import=tsx', '--reporter', reporter, file];
  return new Promise((resolve) => {
    execFile(join(top, 'node_modules/.bin/mocha'), options, { cwd: top }, (error, output) =>
      resolve({ status: error ? Number(error.code) : 0, output }),
    );
  });
}

describe('The counting of tests by database', () => {
  it('passes when both databases run the same tests', async () => {
    const { status, output } = await run(`
      describe('Books', () => { for (const name of ['SQLite', 'PostgreSQL']) describe(name, () => { it('are lent', () => {}); }); });
      it('something else', () => {});`);
    expect(output).to.include('SQLite: 1 tests, PostgreSQL: 1 tests');
    expect(status).to.equal(0);
  });

  it('fails when a test runs on one database only, and names it', async () => {
    const { status, output } = await run(`
      describe('Books', () => { for (const name of ['SQLite', 'PostgreSQL']) describe(name, () => {
        it('are lent', () => {});
        if (name === 'SQLite') it('are returned', () => {});
      }); });`);
    expect(output)
      .to.include('SQLite: 2 tests, PostgreSQL: 1 tests')
      .and.to.include('only on SQLite: Books are returned');
    expect(status).to.equal(1);
  });

  it('fails when the counts are equal but the tests are not', async () => {
    const { status } = await run(`
      describe('Books', () => { for (const name of ['SQLite', 'PostgreSQL']) describe(name, () => {
        it(name === 'SQLite' ? 'are lent' : 'are sold', () => {});
      }); });`);
    expect(status).to.equal(1);
  });
});
