/** `npm run check`: every guard that is not a test, one after the other; all run, whatever fails. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

interface Guard {
  readonly name: string;
  readonly command: readonly string[];
}

const node = process.execPath;
const script = (file: string): string[] => [node, '--import', 'tsx', `scripts/${file}`];
const tool = (file: string, ...args: string[]): string[] => [node, `node_modules/${file}`, ...args];

const guards: readonly Guard[] = [
  { name: 'Format and lint', command: script('lint.ts') },
  { name: 'Types', command: tool('typescript/bin/tsc', '--noEmit', '-p', '.') },
  { name: 'Imports', command: script('checkDependencies.ts') },
  { name: 'Unused files, exports and dependencies', command: tool('knip/bin/knip.js') },
  { name: 'Texts in three languages', command: script('checkLocales.ts') },
];

const failed = guards.filter(({ name, command: [program = node, ...args] }) => {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(status === 0 ? `ok: ${name}` : `FAILED: ${name}`);
  return status !== 0;
});

const file = process.env.TUTORIA_CHECK_SUMMARY;
const counts = `${guards.length - failed.length} ${failed.length}`;
if (file) writeFileSync(file, `${[counts, ...failed.map(({ name }) => `Guard: ${name}`)].join('\n')}\n`);
console.log(`\n${guards.length - failed.length} guards passed, ${failed.length} failed`);
if (failed.length > 0) process.exitCode = 1;
