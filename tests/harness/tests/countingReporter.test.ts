import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { freshPath } from '../testEnvironment.ts';

const top = join(import.meta.dirname, '../../..');

interface Run {
  readonly status: number;
  readonly output: string;
  /** The lines of the summary that `.ci/run` reads. */
  readonly summary: readonly string[];
}

/** Runs a test file of this text with the reporter, in a mocha of its own. */
function run(text: string): Promise<Run> {
  const [file, summary] = [freshPath('.test.cjs'), freshPath('.summary')];
  writeFileSync(file, text);
  const reporter = join(top, 'tests/harness/countingReporter.ts');
  const options = ['--no-config', '--node-option', 'import=tsx', '--reporter', reporter, file];
  return new Promise((resolve) => {
    const env = { ...process.env, TUTORIA_TEST_SUMMARY: summary };
    execFile(join(top, 'node_modules/.bin/mocha'), options, { cwd: top, env }, (error, output) =>
      resolve({
        status: error ? Number(error.code) : 0,
        output,
        summary: readFileSync(summary, 'utf8').trim().split('\n'),
      }),
    );
  });
}

describe('The counting of tests by database', () => {
  it('passes when both databases run the same tests', async () => {
    const { status, output, summary } = await run(`
      describe('Books', () => { for (const name of ['SQLite', 'PostgreSQL']) describe(name, () => { it('are lent', () => {}); }); });
      it('something else', () => {});`);
    expect(output).to.include('SQLite: 1 tests, PostgreSQL: 1 tests');
    expect(status).to.equal(0);
    expect(summary).to.deep.equal(['3 0']);
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

  it('names in a line each what failed, at the very end and for the summary', async () => {
    const { status, output, summary } = await run(`
      describe('Books', () => {
        it('are lent', () => { throw new Error('\\n\\u001b[31mNo shelf\\u001b[39m has it\\nand more'); });
        describe('of old', () => { before(() => { throw 'dust'; }); it('are read', () => {}); });
      });`);
    expect(status).to.equal(2);
    const [counts, ...lines] = summary;
    expect(counts).to.equal('0 2');
    expect(lines).to.have.length(2);
    expect(lines[0]).to.match(/\.test\.cjs: Books are lent: No shelf has it$/);
    expect(lines[1]).to.match(/\.test\.cjs: Books of old "before all" hook for "are read": .*dust/);
    expect(output.trim().split('\n').slice(-2)).to.deep.equal(lines.map((line) => `  ${line}`));
  });
});
