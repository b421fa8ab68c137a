import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { dayOf } from '../../../server/people/api.ts';
import { agreementAs } from '../access/agreementAs.ts';
import { draftAs } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { askedAs } from '../domain/agreement/silence.ts';
import {
  agreementDayOver,
  agreementMissing,
  draftEnded,
  objectionDecided,
  objectionUnknown,
  placeOfObjectionUnknown,
} from '../problems.ts';
import { markOf } from '../queries/agreementBriefs.ts';
import { silenceViews } from '../queries/agreementSilence.ts';
import { missingAgreements } from '../queries/agreements.ts';
import type { AskAgreement, NewObjection, ObjectionDecision } from '../schemas/agreements.ts';
import {
  agreementById,
  askAgreements,
  decideOpen,
  homeSchoolsOfDraft,
  insertObjection,
  linesOfHomeSchool,
  lockAgreement,
  lockAgreements,
  objectionById,
  setAnswer,
} from '../store/agreements.ts';
import { lockDraft } from '../store/drafts.ts';

/** Asks every home school with students in the draft whether it agrees, each until the day that it wants at least; their coordinators are told. */
export async function askAgreement(scope: WriteScope, apis: Apis, draftId: string, { answerByOn }: AskAgreement) {
  await draftAs(apis.school, scope, draftId);
  const draft = await lockDraft(scope.db, draftId);
  if (draft?.state !== 'draft') throw new Problem(draftEnded, { id: draftId });
  const today = dayOf(scope.now);
  if (answerByOn < today) throw new Problem(agreementDayOver);
  const schools = await silenceViews(scope, apis, await homeSchoolsOfDraft(scope.db, draftId, scope.now));
  const none = { answer: null, answeredFor: null, answeredById: null, answeredAt: null };
  const asked = { draftId, askedById: scope.actor.personId || null, askedAt: scope.now };
  const rows = schools.map(({ homeSchool, silenceDays }) => ({
    ...{ ...none, ...asked, ...askedAs({ silenceDays }, answerByOn, today) },
    ...{ id: scope.newId(), homeSchoolId: homeSchool.id },
  }));
  if (rows.length > 0) await askAgreements(scope.db, rows);
  await tellAsked(scope, apis, rows);
}

async function tellAsked(
  scope: WriteScope,
  apis: Apis,
  rows: readonly { readonly draftId: string; readonly homeSchoolId: string; readonly answerByOn: string }[],
): Promise<void> {
  for (const { draftId, homeSchoolId, answerByOn } of rows) {
    const personIds = await apis.people.staffOf(scope.db, 'coordinator', homeSchoolId);
    await apis.notify?.tell(scope, {
      personIds,
      kind: 'timetable.agreement-asked',
      params: { answerByOn },
      link: '/agreements',
      dedupeKey: `timetable.agreement-asked:${draftId}:${homeSchoolId}:${answerByOn}`,
    });
  }
}

/** The home school agrees to the lessons as they are now. */
export async function agree(scope: WriteScope, id: string): Promise<void> {
  await agreementAs(scope, id);
  await lockAgreement(scope.db, id);
  const { draftId, homeSchoolId } = await agreementAs(scope, id);
  await mustBeDraft(scope, draftId);
  const answeredFor = markOf(await linesOfHomeSchool(scope.db, draftId, homeSchoolId, scope.now));
  const answered = { answeredById: scope.actor.personId || null, answeredAt: scope.now };
  await setAnswer(scope.db, id, { answer: 'agreed', answeredFor, ...answered });
}

async function mustBeDraft(scope: WriteScope, draftId: string): Promise<void> {
  const draft = await lockDraft(scope.db, draftId);
  if (draft?.state !== 'draft') throw new Problem(draftEnded, { id: draftId });
}

/** The home school objects to a group's lessons, to those of one course, or to a single one. Whoever asked is told. */
export async function object(scope: WriteScope, apis: Apis, id: string, input: NewObjection): Promise<void> {
  const { draftId, homeSchoolId, askedById } = await agreementAs(scope, id);
  await mustBeDraft(scope, draftId);
  await lockAgreement(scope.db, id);
  const lines = await linesOfHomeSchool(scope.db, draftId, homeSchoolId, scope.now);
  const { groupId, courseId, nth, reason } = input;
  const line = lines.find(
    (one) =>
      one.groupId === groupId &&
      (courseId === null ? nth === null : one.courseId === courseId) &&
      (nth === null || one.nth === nth),
  );
  if (!line) throw new Problem(placeOfObjectionUnknown);
  const place = nth === null ? null : line;
  const objectionId = scope.newId();
  const raised = { raisedById: scope.actor.personId || null, raisedAt: scope.now };
  const undecided = { state: 'open', decision: null, decidedById: null, decidedAt: null } as const;
  await insertObjection(scope.db, {
    id: objectionId,
    agreementId: id,
    groupId,
    courseId,
    nth,
    weekday: place?.weekday ?? null,
    startsTime: place?.startsTime ?? null,
    reason,
    ...raised,
    ...undecided,
  });
  await setAnswer(scope.db, id, { answer: null, answeredFor: null, answeredById: null, answeredAt: null });
  await tell(scope, apis, [askedById], 'objection-raised', `/workbench/drafts/${draftId}/publish`, objectionId);
}

type Told = 'objection-raised' | 'objection-decided' | 'objection-withdrawn';

async function tell(
  scope: WriteScope,
  apis: Apis,
  ids: readonly (string | null)[],
  kind: Told,
  link: `/${string}`,
  id: string,
) {
  const personIds = ids.flatMap((one) => (one && one !== scope.actor.personId ? [one] : []));
  await apis.notify?.tell(scope, {
    personIds,
    kind: `timetable.${kind}`,
    params: {},
    link,
    dedupeKey: `timetable.${kind}:${id}`,
  });
}

/** Whoever composes the draft answers an objection, or lets the draft go on in spite of it; both with a reason. */
export async function decideObjection(
  scope: WriteScope,
  apis: Apis,
  id: string,
  { act, text }: ObjectionDecision,
): Promise<string> {
  const { objection, draftId } = await objectionOf(scope, id);
  await draftAs(apis.school, scope, draftId);
  await mustBeDraft(scope, draftId);
  const decided = { decision: text, decidedById: scope.actor.personId || null, decidedAt: scope.now };
  const state = act === 'waive' ? 'waived' : 'answered';
  if ((await decideOpen(scope.db, id, { state, ...decided })) === 0) throw new Problem(objectionDecided);
  await apis.audit.record(scope, { act: `timetable.objection-${state}`, entity: 'timetable.objection', entityId: id });
  await tell(scope, apis, [objection.raisedById], 'objection-decided', `/agreements/${objection.agreementId}`, id);
  return draftId;
}

/** The home school takes its objection back. */
export async function withdrawObjection(scope: WriteScope, apis: Apis, id: string): Promise<string> {
  const { objection } = await objectionOf(scope, id);
  const { askedById, draftId } = await agreementAs(scope, objection.agreementId);
  const decided = { decision: null, decidedById: scope.actor.personId || null, decidedAt: scope.now };
  if ((await decideOpen(scope.db, id, { state: 'withdrawn', ...decided })) === 0) throw new Problem(objectionDecided);
  await tell(scope, apis, [askedById], 'objection-withdrawn', `/workbench/drafts/${draftId}/publish`, id);
  return objection.agreementId;
}

async function objectionOf(scope: WriteScope, id: string) {
  const objection = await objectionById(scope.db, id);
  const agreement = objection && (await agreementById(scope.db, objection.agreementId));
  if (!agreement) throw new Problem(objectionUnknown, { id });
  return { objection, draftId: agreement.draftId };
}

/** Publishing waits for the home schools that were asked; which they are comes with the refusal. */
export async function mustBeAgreed(scope: WriteScope, apis: Apis, draftId: string): Promise<void> {
  await lockAgreements(scope.db, draftId);
  const missing = await missingAgreements(scope, apis, draftId);
  if (missing.length > 0) throw new Problem(agreementMissing, { homeSchools: missing.join(', ') });
}
