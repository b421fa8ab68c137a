import type { ReadScope, WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import type { LessonChange } from '../domain/publish/change.ts';
import { joinUrlOf, type PlannedChange } from '../domain/publish/plannedChange.ts';
import { type Counts, countsOf } from '../domain/publish/summary.ts';
import { unitsOf } from '../domain/publish/units.ts';
import { publishJob } from '../jobs/publishJob.ts';
import { alreadyPublishing, draftEnded, planChanged } from '../problems.ts';
import { type LoadedPlan, loadPlan } from '../queries/loadPlan.ts';
import type { PlanRequest, PublicationStarted, PublishRequest } from '../schemas/publications.ts';
import { changeDraftRow, lockDraft } from '../store/drafts.ts';
import { insertExceptions } from '../store/exceptions.ts';
import { insertPattern } from '../store/pattern.ts';
import { planMark } from '../store/planMark.ts';
import { insertPublication, nextNumber, runningPublication, setPublicationState } from '../store/publications.ts';
import { insertUnits, type StoredUnit } from '../store/publicationUnits.ts';
import { putRoomPool, roomPool } from '../store/roomPool.ts';

import { mustBeAgreed } from './agreements.ts';

/** A plan, and what it was made from: while the mark is the same nobody changed the draft or a lesson since. */
export interface PlanToPublish {
  readonly plan: LoadedPlan;
  readonly mark: string;
  readonly counts: Counts;
  /** The plan in parts as they are stored. */
  readonly units: readonly StoredUnit[];
}

/**
 * Plans once more what a preview showed, and makes ready what is stored of it. It takes seconds for a whole school, so that
 * it is done before the transaction, for which every other writer waits on SQLite.
 */
export async function planToPublish(apis: Apis, scope: ReadScope, request: PlanRequest): Promise<PlanToPublish> {
  const mark = await planMark(scope.db, request.draftId);
  const plan = await loadPlan(apis, scope, request);
  const groups = new Map(plan.groups.map((group) => [group.id, group]));
  const units = unitsOf(plan.changes).map(({ changes }, number) => ({
    number,
    changesJson: JSON.stringify(changes.flatMap((change) => planned(scope, groups, change))),
  }));
  return { mark, plan, counts: countsOf(plan.changes), units };
}

/**
 * Begins to publish what a preview showed; a job makes it whole. Refuses when the plan is another one by now, and when
 * this term is being published already. Who learns in a course and who is taken is looked at again for each unit.
 */
export async function startPublication(
  apis: Apis,
  scope: WriteScope,
  { fingerprint, ...request }: PublishRequest,
  { plan, mark, counts, units }: PlanToPublish,
): Promise<PublicationStarted> {
  const draft = await lockDraft(scope.db, request.draftId);
  if (draft?.state !== 'draft') throw new Problem(draftEnded, { id: request.draftId });
  await refuseSecond(scope, plan.term.id);
  await mustBeAgreed(scope, apis, request.draftId);
  if (plan.fingerprint !== fingerprint || (await planMark(scope.db, request.draftId)) !== mark)
    throw new Problem(planChanged, { fingerprint: plan.fingerprint });
  const id = scope.newId();
  const number = await nextNumber(scope.db, plan.term.id);
  const publication = {
    id,
    termId: plan.term.id,
    number,
    effectiveOn: request.effectiveOn,
    state: 'publishing',
    draftId: plan.draft.id,
    fingerprint,
    countsJson: counts,
    jobId: null,
    publishedById: scope.actor.personId || null,
    startedAt: scope.now,
    publishedAt: null,
  } as const;
  if (!(await insertPublication(scope.db, publication, plan.groupIds))) await refuseSecond(scope, plan.term.id);
  await storePlan(apis, scope, id, plan);
  await insertUnits(scope.db, id, units);
  const jobId = scope.enqueue(publishJob(apis), { publicationId: id });
  await setPublicationState(scope.db, id, { jobId });
  await apis.audit.record(scope, {
    act: 'timetable.published',
    entity: 'timetable.publication',
    entityId: id,
    detail: { number, effectiveOn: request.effectiveOn, counts: publication.countsJson },
  });
  return { id, jobId, number, state: 'publishing' };
}

async function refuseSecond(scope: WriteScope, termId: string): Promise<void> {
  const running = await runningPublication(scope.db, termId);
  if (running) throw new Problem(alreadyPublishing, { number: running.number });
}

async function storePlan(apis: Apis, scope: WriteScope, id: string, plan: LoadedPlan): Promise<void> {
  const { db, now, actor } = scope;
  await insertPattern(db, id, plan.pattern);
  await insertExceptions(
    db,
    plan.exceptions.map(({ groupId, courseId, nth, on, startsTime, failures, proposal, decision }) => ({
      id: scope.newId(),
      publicationId: id,
      groupId,
      courseId,
      nth,
      heldOn: on,
      startsTime,
      failuresJson: failures,
      proposalJson: proposal,
      decisionJson: decision,
      decidedById: decision ? actor.personId || null : null,
      decidedAt: decision ? now : null,
    })),
  );
  await defineRooms(apis, scope, plan.draft.rulesJson.meetingRooms);
  await changeDraftRow(db, plan.draft, { state: 'published' });
}

type GroupsById = ReadonlyMap<string, LoadedPlan['groups'][number]>;

function planned(scope: Pick<ReadScope, 'newId'>, groups: GroupsById, change: LessonChange): PlannedChange[] {
  const { kind } = change;
  if (kind === 'kept') return [];
  const group = groups.get(change.groupId);
  const lessonId = change.lessonId ?? scope.newId();
  const { groupId, courseId } = change;
  const joinUrl = joinUrlOf(group?.meetingUrlTemplate ?? null, { groupId, courseId, lessonId });
  return [{ ...change, kind, lessonId, isNew: change.lessonId === null, zone: group?.zone ?? 'UTC', joinUrl }];
}

/** How many lessons may be held at once is decided with the draft and holds for the ledger from now on. */
async function defineRooms(apis: Apis, scope: WriteScope, capacity: number | null): Promise<void> {
  if (capacity === null) return;
  const pool = { id: (await roomPool(scope.db))?.id ?? scope.newId(), capacity };
  await putRoomPool(scope.db, pool);
  await apis.calendar.defineResource(scope, pool.id, capacity);
}
