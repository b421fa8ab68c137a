import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import mocha from 'mocha';
import { databaseTitles } from './databaseTitles.ts';

const { EVENT_TEST_FAIL, EVENT_TEST_PASS } = mocha.Runner.constants;

/**
 * Mocha's `spec`, which also counts the tests that ran on each database, and fails the run when the counts
 * differ: a test that runs on one database only proves half of what it says. Whatever failed is named once more at
 * the very end, a line each.
 */
export default class CountingReporter extends mocha.reporters.Spec {
  readonly #ran = new Map<string, string[]>(databaseTitles.map((title) => [title, []]));

  readonly #failed: string[] = [];

  readonly #isPart: boolean;

  constructor(runner: mocha.Runner, options: mocha.MochaOptions) {
    super(runner, options);
    this.#isPart = options.grep !== undefined;
    const count = (test: mocha.Test): void => this.#count(test.titlePath());
    runner.on(EVENT_TEST_PASS, count);
    runner.on(EVENT_TEST_FAIL, (test, error) => {
      this.#failed.push(lineOf(test, error));
      if (test.type === 'test') count(test);
    });
  }

  override done(failures: number, finish?: (failures: number) => void): void {
    const difference = this.#difference().map((name) => `only on ${name}`);
    const [sqlite = [], postgres = []] = databaseTitles.map((title) => this.#ran.get(title) ?? []);
    console.log(`SQLite: ${sqlite.length} tests, PostgreSQL: ${postgres.length} tests`);
    // Whoever asks for some tests by `--grep` may well ask for those of one database.
    const lacks = difference.length > 0 && !this.#isPart;
    const failed = [...this.#failed, ...difference];
    for (const line of failed) console.log(`  ${line}`);
    writeSummary(this.stats.passes, failures + (lacks ? 1 : 0), failed);
    finish?.(failures + (lacks ? 1 : 0));
  }

  #count(path: readonly string[]): void {
    const database = databaseTitles.find((title) => path.includes(title));
    if (database) this.#ran.get(database)?.push(path.filter((part) => part !== database).join(' '));
  }

  #difference(): string[] {
    const all = [...this.#ran];
    return all.flatMap(([database, tests]) => {
      const others = all.filter(([other]) => other !== database).flatMap(([, names]) => names);
      return without(tests, others).map((name) => `${database}: ${name}`);
    });
  }
}

/** A failure in one line without colours: where, which, and the first line of why. */
function lineOf(test: mocha.Test, error: unknown): string {
  const file = test.file === undefined ? '' : `${relative(process.cwd(), test.file)}: `;
  const why = stripVTControlCharacters(messageOf(error));
  const [first = ''] = why.split('\n').filter((line) => line.trim() !== '');
  return `${file}${test.titlePath().join(' ')}: ${first.trim().slice(0, 300)}`;
}

/** Errors come as plain objects from the processes in which tests ran side by side. */
const messageOf = (error: unknown): string =>
  typeof error === 'object' && error && 'message' in error ? String(error.message) : String(error);

/** `names` less `others`, counting repeated names. */
function without(names: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return names.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** For `.ci/run`, which adds the guards' results to these and names what failed. */
function writeSummary(passed: number, failed: number, lines: readonly string[]): void {
  const file = process.env.TUTORIA_TEST_SUMMARY;
  if (file) writeFileSync(file, `${[`${passed} ${failed}`, ...lines].join('\n')}\n`);
}
