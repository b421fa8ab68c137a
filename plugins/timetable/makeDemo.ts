import type { DemoContext } from '../../server/host/demo.ts';
import type { JobKind } from '../../server/jobs/job.ts';
import type { Apis } from './apis.ts';
import { createDraft } from './commands/createDraft.ts';
import { planToPublish, startPublication } from './commands/startPublication.ts';
import { startSolve } from './commands/startSolve.ts';
import { makeAgreements } from './demo/agreements.ts';
import { loseHours } from './demo/lostHours.ts';
import { makeRequests } from './demo/makeRequests.ts';
import type { SolveJobInput } from './jobs/solveJob.ts';
import { draftView } from './queries/showDraft.ts';
import { NewDraft } from './schemas/drafts.ts';
import { PlanRequest } from './schemas/publications.ts';
import { draftById } from './store/drafts.ts';

/** Enough for a timetable without a hard conflict and few soft ones; a number of moves, so that a seed repeats itself. */
const moves = 400_000;

/** Solves the demo school's timetable and publishes it from the beginning of its term. */
export async function makeDemo(apis: Apis, solveJob: JobKind<SolveJobInput>, demo: DemoContext): Promise<void> {
  const facts = await demo.read(async (scope) => ({
    term: (await apis.school.terms(scope.db))[0],
    groups: await groupIds(apis, scope),
  }));
  if (!facts.term) throw new Error('The demo school has no term');
  const { id: termId, startsOn, name } = facts.term;
  const request = NewDraft.parse({ termId, groupIds: facts.groups, name, from: 'empty', seed: demo.seed });
  const draft = await demo.write((scope) => createDraft(apis)(scope, request));

  demo.report(`Solving the timetable: ${draft.lessons.total} lessons a week`);
  await demo.write((scope) =>
    startSolve(apis, solveJob)(scope, { draftId: draft.id }, { moves, from: 'nothing' }, draft.revision),
  );
  await demo.settle();
  await refuseUnsolved(apis, demo, draft.id);

  demo.report('Publishing the timetable');
  const plan = PlanRequest.parse({ draftId: draft.id, effectiveOn: startsOn });
  // As of the beginning of the term, so that its first lessons have been held by now.
  const now = demo.beganAt;
  const planned = await demo.read((scope) => planToPublish(apis, { ...scope, now }, plan));
  const { fingerprint } = planned.plan;
  await demo.write((scope) => startPublication(apis, { ...scope, now }, { ...plan, fingerprint }, planned));
  await demo.settle();
  await makeAgreements(apis, demo, { termId, groupIds: facts.groups.slice(0, 4) });
  await makeRequests(apis, demo, facts.groups);
  await loseHours(apis, demo, facts.groups.toSorted()[3]);
  await demo.settle();
}

async function groupIds(apis: Apis, scope: Parameters<Parameters<DemoContext['read']>[0]>[0]): Promise<string[]> {
  const { school } = apis;
  const within = school.groupIdsWithin(scope, [{ kind: 'everything' }]);
  const rows: { id: string }[] = await scope.db.from(within.as('within')).select('id');
  return rows.map(({ id }) => id);
}

async function refuseUnsolved(apis: Apis, demo: DemoContext, draftId: string): Promise<void> {
  const view = await demo.read(async (scope) => {
    const draft = await draftById(scope.db, draftId);
    return draft && draftView(apis, scope, draft);
  });
  if (!view || view.score.hard > 0 || view.lessons.placed < view.lessons.total)
    throw new Error(`The demo's timetable is not whole: ${JSON.stringify(view?.lessons)}, hard ${view?.score.hard}`);
}
