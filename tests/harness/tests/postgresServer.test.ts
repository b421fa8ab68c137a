import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import pg from 'pg';

const harness = new URL('../postgresServer.ts', import.meta.url).href;
const program = `
  import { startPostgres } from '${harness}';
  const { url, directory } = await startPostgres();
  console.log(JSON.stringify({ url, directory }));
  setInterval(() => {}, 1000);`;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await pause(100);
}

describe('The PostgreSQL of the tests', () => {
  it('ends with its directory when the process that started it is killed', async () => {
    const tests = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program]);
    const [line] = await new Promise<string[]>((resolve) =>
      tests.stdout.once('data', (data) => resolve(`${data}`.split('\n'))),
    );
    const { url, directory } = JSON.parse(line ?? '');
    expect(await answers(url)).to.equal(true);

    tests.kill('SIGKILL');

    await until(async () => !(await answers(url)));
    await until(() => !existsSync(directory));
  });
});
