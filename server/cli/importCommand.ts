import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { system } from '../access/actor.ts';
import { UsageError } from '../host/commandLine.ts';
import { type Language, languages } from '../host/language.ts';
import type { Texts } from '../host/texts.ts';
import { type ImportFile, type ImportProblem, importApi, type Plan } from '../import/api.ts';
import { defineCommand, exit } from './command.ts';

const Args = z.strictObject({
  files: z.array(z.strictObject({ name: z.string(), text: z.string() })).min(1),
  dryRun: z.boolean(),
  language: z.enum(languages),
});

/** The CSV files of a folder. @throws UsageError when there is no such folder, or no such file in it. */
export function importFilesFrom(folder: string): readonly ImportFile[] {
  try {
    const names = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.csv'));
    if (names.length > 0)
      return names.map((name) => ({ name: name.toLowerCase(), text: readFileSync(join(folder, name), 'utf8') }));
  } catch (reason) {
    throw new UsageError(`${folder} cannot be read: ${reason instanceof Error ? reason.message : 'no such folder'}`);
  }
  throw new UsageError(`${folder} holds no .csv file.`);
}

/** Brings a school in, or says what that would change. */
export const importFiles = defineCommand<unknown>({
  name: 'import',
  run: async (app, args, output) => {
    const { files, dryRun, language } = Args.parse(args);
    const api = app.api(importApi);
    const plan = await app.scopes.inRead(system, (scope) => api.plan(scope, files));
    for (const problem of plan.problems) output.line(problemLine(problem, language, app.texts));
    if (plan.problems.length > 0) {
      output.line(`Nothing was imported: ${plan.problems.length} to correct.`);
      return exit.refused;
    }
    for (const line of summaryLines(plan)) output.line(line);
    if (dryRun) return exit.done;
    await app.scopes.inWrite(system, (scope) => api.importFiles(scope, files));
    output.line('Imported.');
    return exit.done;
  },
});

function problemLine(problem: ImportProblem, language: Language, texts: Texts): string {
  const { file, line, column, code, value, params } = problem;
  const say = (part: string) => texts.say(language, 'import', `${part}.${code}`, { ...params, value, column }) ?? code;
  const place = column ? `${file}:${line} (${column})` : `${file}:${line}`;
  return `${place}: ${say('faults')} ${say('remedies')}`;
}

function summaryLines({ changes }: Plan): readonly string[] {
  const counts = new Map<string, number>();
  for (const { kind, action } of changes) {
    const name = `${kind}: ${action}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts.size > 0 ? [...counts].map(([name, count]) => `${name} ${count}`) : ['Nothing changes.'];
}
