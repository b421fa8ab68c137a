import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { system } from '../access/actor.ts';
import type { App } from '../app.ts';
import { UsageError } from '../host/commandLine.ts';
import { type Language, languages } from '../host/language.ts';
import type { Texts } from '../host/texts.ts';
import { bytesAPiece, type Fault, importApi, type RunView } from '../import/api.ts';
import { jobsApi } from '../jobs/api.ts';
import { defineCommand, exit, type Output } from './command.ts';

const Args = z.strictObject({
  files: z.array(z.strictObject({ name: z.string(), base64: z.string() })).min(1),
  dryRun: z.boolean(),
  language: z.enum(languages),
  /** Of people in files that do not tell it, as those of OneRoster. */
  zone: z.string(),
});
type Args = z.infer<typeof Args>;

const readable = /\.(csv|txt|tsv|xlsx|zip)$/i;

/** A file, or the tables of a folder. @throws UsageError when there is none. */
export function importFilesFrom(path: string): Args['files'] {
  const read = (file: string) => ({ name: basename(file), base64: readFileSync(file).toString('base64') });
  try {
    if (statSync(path).isFile()) return [read(path)];
    const names = readdirSync(path).filter((name) => readable.test(name));
    if (names.length > 0) return names.map((name) => read(join(path, name)));
  } catch (reason) {
    throw new UsageError(`${path} cannot be read: ${reason instanceof Error ? reason.message : 'no such folder'}`);
  }
  throw new UsageError(`${path} holds no .csv, .xlsx or .zip file.`);
}

/** Brings a school in, or says what that would change: the same steps as the page takes. */
export const importFiles = defineCommand<unknown>({
  name: 'import',
  run: async (app, args, output) => {
    const { files, dryRun, language, zone } = Args.parse(args);
    const api = app.api(importApi);
    const { id } = await upload(app, files);
    const answers = { forms: [], headings: [], defaults: { language, zone } };
    await app.scopes.inWrite(system, (scope) => api.planRun(scope, id, answers));
    const planned = await finished(app, id, output);
    const { summary, fingerprint } = planned;
    if (!summary || !fingerprint) return failed(output);
    if (summary.faults > 0) {
      const { items } = await app.scopes.inRead(system, (scope) => api.faults(scope, id));
      for (const fault of items) output.line(faultLine(fault, language, app.texts));
      output.line(`Nothing was imported: ${summary.faults} to correct.`);
      return exit.refused;
    }
    for (const line of summaryLines(summary)) output.line(line);
    if (dryRun || summary.changes === 0) return exit.done;
    await app.scopes.inWrite(system, (scope) => api.applyRun(scope, id, fingerprint));
    const { state } = await finished(app, id, output);
    if (state !== 'applied') return failed(output);
    output.line('Imported.');
    return exit.done;
  },
});

function failed(output: Output): number {
  output.line('Nothing was imported: data changed meanwhile, or the work broke. Try again; the server log says more.');
  return exit.refused;
}

async function upload(app: App, files: Args['files']): Promise<RunView> {
  const api = app.api(importApi);
  const bytes = files.map(({ base64 }) => Buffer.from(base64, 'base64'));
  const named = files.map(({ name }, at) => ({ name, bytes: bytes[at]?.length ?? 0 }));
  const run = await app.scopes.inWrite(system, (scope) => api.begin(scope, { files: named }));
  for (const [file, all] of bytes.entries())
    for (let nth = 0; nth * bytesAPiece < all.length; nth++) {
      const data = all.subarray(nth * bytesAPiece, (nth + 1) * bytesAPiece).toString('base64');
      await app.scopes.inWrite(system, (scope) => api.addPiece(scope, run.id, { file, nth, data }));
    }
  return run;
}

const pollMs = 200;

/** Waits for the job of a run; without a server this process runs it itself. */
async function finished(app: App, id: string, output: Output): Promise<RunView> {
  const api = app.api(importApi);
  const running = app.jobs.idle();
  for (;;) {
    const run = await app.scopes.inRead(system, (scope) => api.show(scope, id));
    const { jobId } = run;
    if (!jobId) return run;
    const job = await app.scopes.inRead(system, (scope) => app.api(jobsApi).show(scope, { id: jobId }));
    if (job.progress) output.progress(`${job.progress.done} %`);
    if (job.state !== 'queued' && job.state !== 'running') {
      await running;
      return app.scopes.inRead(system, (scope) => api.show(scope, id));
    }
    await delay(pollMs);
  }
}

function faultLine(fault: Fault, language: Language, texts: Texts): string {
  const { file, line, column, code, value, params } = fault;
  const say = (part: string) => texts.say(language, 'import', `${part}.${code}`, { ...params, value, column }) ?? code;
  const place = column ? `${file}:${line} (${column})` : `${file}:${line}`;
  return `${place}: ${say('faults')} ${say('remedies')}`;
}

function summaryLines({ counts, changes }: NonNullable<RunView['summary']>): readonly string[] {
  if (changes === 0) return ['Nothing changes.'];
  return counts.flatMap(({ kind, ...of }) =>
    (['add', 'change', 'remove'] as const).flatMap((action) =>
      of[action] > 0 ? [`${kind}: ${action} ${of[action]}`] : [],
    ),
  );
}
