import type { Installation } from '../../host/installation.ts';
import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { defineJob, type JobContext, type JobKind } from '../../jobs/job.ts';
import { dayOf } from '../../people/api.ts';
import { batchesOf } from '../commands/batches.ts';
import { carryOut, isStill, type Modules } from '../commands/carryOut.ts';
import { type Kind, nameOf } from '../domain/records.ts';
import { type Done, undoOf } from '../domain/undo.ts';
import { changedSincePlan } from '../problems.ts';
import { readState, type State } from '../queries/prepare.ts';
import { Summary } from '../schemas/imports.ts';
import { unsay } from '../store/memory.ts';
import { changesOf, findRun, lockRun, markKept, type RunRow, updateRun } from '../store/runs.ts';
import { reporting } from './phases.ts';
import { RunInput } from './planJob.ts';

const mostTries = 3;

/** Takes an import back, but for what was changed by hand since and what is in use; that is marked. */
export const undoJob = (modules: Modules, forgetUnused: Installation['forgetUnused']): JobKind<RunInput> =>
  defineJob({
    name: 'import.undo',
    input: RunInput,
    inThread: true,
    run: async (context, { runId }) => {
      const run = await context.read(({ db }) => findRun(db, runId));
      if (run?.state !== 'applied') return { runId };
      const report = reporting(context);
      report('reading');
      const done = await context.read(({ db }) => changesOf(db, runId));
      const changes = done.map(({ fieldsJson, beforeJson, ...one }) => ({
        ...one,
        fields: fieldsJson,
        before: beforeJson,
      }));
      for (let tries = 0; tries < mostTries; tries++) {
        report('comparing');
        const state = await context.read((scope) => readState(scope, modules));
        report('applying');
        if (await takeBack({ ...modules, forgetUnused }, context, run, changes, state)) return { runId };
      }
      throw new Problem(changedSincePlan);
    },
  });

type UndoModules = Modules & Pick<Installation, 'forgetUnused'>;

async function takeBack(
  modules: UndoModules,
  context: JobContext,
  run: RunRow,
  done: readonly Done[],
  { before, stamp }: State,
): Promise<boolean> {
  const { changes, added, kept } = undoOf(done, before.records);
  const newId = await context.read(async (scope) => scope.newId);
  const batches = batchesOf(changes, before, newId, dayOf(run.appliedAt ?? run.createdAt));
  return context.write(async (scope) => {
    const current = await lockRun(scope.db, run.id);
    if (current?.state !== 'applied' || !(await isStill(scope, stamp))) return false;
    await carryOut(modules, scope, batches);
    const used = await remove(modules, scope, added, before.ids);
    const all = [
      ...kept.map(({ done: one, why }) => ({ one, why: why as string })),
      ...added.filter((one) => used.has(idOf(one, before.ids))).map((one) => ({ one, why: 'used' })),
    ];
    await markKept(
      scope.db,
      run.id,
      all.map(({ one, why }) => ({ nth: one.nth, why })),
    );
    const stays = new Set(all.map(({ one }) => nameOf(one)));
    await unsay(
      scope.db,
      run.number ?? 0,
      done.filter((one) => !stays.has(nameOf(one))),
    );
    await updateRun(scope.db, run.id, {
      state: 'undone',
      undoneAt: scope.now,
      summaryJson: JSON.stringify({ ...Summary.catch(emptySummary).parse(run.summaryJson), kept: all.length }),
    });
    return true;
  });
}

const emptySummary: Summary = {
  ...{ format: 'sheets', sheets: [], counts: [], changes: 0, faults: 0, fet: null, kept: 0 },
  lockedMs: null,
};

/** A student is the same row of people as the person. */
const idOf = ({ kind, key }: Done, ids: ReadonlyMap<string, string>): string =>
  ids.get(nameOf({ kind: kind === 'student' ? 'person' : kind, key })) ?? '';

/** Deletes what the import had made, as far as nothing needs it. Answers the ids of what stays. */
async function remove(
  { people, school, calendar, notify, forgetUnused }: UndoModules,
  scope: WriteScope,
  added: readonly Done[],
  ids: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const of = (kind: Kind): string[] => added.filter((one) => one.kind === kind).map((one) => idOf(one, ids));
  await calendar.forgetEmpty(scope.db, of('person'));
  await forgetUnused(scope.db, {
    studentIds: of('student'),
    groupIds: of('group'),
    subgroupIds: of('subgroup'),
    courseIds: of('course'),
  });
  await notify.saveQuietChoices(scope, new Map(of('person').map((id) => [id, { kind: 'usual' }])));
  return new Set([
    ...(await school.removeSchool(scope, {
      courses: of('course'),
      subgroups: of('subgroup'),
      holidays: of('holiday'),
      terms: of('term'),
      groups: of('group'),
      subjects: of('subject'),
    })),
    ...(await people.removePeople(scope, { studentIds: of('student'), personIds: of('person') })),
    ...(await school.removeHomeSchools(scope, of('home-school'))),
  ]);
}
