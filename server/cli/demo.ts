import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command as Program } from 'commander';
import { z } from 'zod';
import { type App, createApp } from '../app.ts';
import { type Config, demoConfig } from '../config.ts';
import { demoLogins, demoPassword } from '../demo/accounts.ts';
import { createDemoClock } from '../demo/demoClock.ts';
import { makeDemo } from '../demo/makeDemo.ts';
import { UsageError } from '../host/commandLine.ts';
import { listen } from '../listen.ts';
import type { Output } from './command.ts';

/** What stands beside the demo's database: a folder without it is never touched. */
const Marker = z.object({ state: z.enum(['making', 'ready']), seed: z.number().int() });

const markerOf = (config: Config): string => join(config.dataDir, 'demo.json');
const databaseOf = (config: Config): string => join(config.dataDir, 'tutoria.db');

/** Adds `demo` to the command line. */
export function demoProgram(command: Program, output: Output): void {
  command
    .description('Makes a demo school on SQLite, solves and publishes its timetable, and serves it.')
    .option('--fresh', 'start over with a new school', false)
    .option('--seed <number>', 'another seed gives another school', '1')
    .option('--no-serve', 'only make it')
    .action(async (options: { fresh: boolean; seed: string; serve: boolean }) => {
      const seed = Number(options.seed);
      if (!Number.isSafeInteger(seed) || seed < 0) throw new UsageError('--seed takes a whole number from 0 on');
      const app = await openDemo(demoConfig(), seed, options.fresh, output);
      if (!options.serve) return app.close();
      const address = await listen(app);
      output.line(`Tutoria is ready on ${address}`);
      for (const line of accountTable()) output.line(line);
      return undefined;
    });
}

async function openDemo(config: Config, seed: number, fresh: boolean, output: Output): Promise<App> {
  const known = readMarker(config);
  if (!known && existsSync(databaseOf(config)))
    throw new UsageError(`${config.dataDir} holds data that is not a demo. Set DATA_DIR to another folder.`);
  if (known?.state === 'ready' && !fresh) return createApp(config);
  for (const end of ['', '-wal', '-shm']) rmSync(`${databaseOf(config)}${end}`, { force: true });
  mkdirSync(config.dataDir, { recursive: true });
  writeMarker(config, { state: 'making', seed });
  // biome-ignore lint/plugin: this is the entry point from which the clock comes
  const clock = createDemoClock(() => new Date());
  const app = await createApp(config, { clock: clock.read });
  try {
    await makeDemo(app, clock, seed, (text) => output.line(text));
  } catch (reason) {
    await app.close();
    throw reason;
  }
  writeMarker(config, { state: 'ready', seed });
  return app;
}

function readMarker(config: Config): z.infer<typeof Marker> | undefined {
  if (!existsSync(markerOf(config))) return undefined;
  return Marker.parse(JSON.parse(readFileSync(markerOf(config), 'utf8')));
}

const writeMarker = (config: Config, marker: z.infer<typeof Marker>): void =>
  writeFileSync(markerOf(config), `${JSON.stringify(marker)}\n`);

function accountTable(): readonly string[] {
  const logins = Object.keys(demoLogins).map((role) => ({ role, login: `${role}@demo.example` }));
  const width = Math.max(...logins.map(({ login }) => login.length));
  return [
    '',
    `  ${'Login'.padEnd(width)}  Password`,
    ...logins.map(({ login }) => `  ${login.padEnd(width)}  ${demoPassword}`),
    '',
  ];
}
