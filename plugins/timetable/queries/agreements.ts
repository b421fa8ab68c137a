import { createHash } from 'node:crypto';
import type { ReadScope } from '../../../server/host/scope.ts';
import { dayOf } from '../../../server/people/api.ts';
import { agreementAs, homeSchoolsAnsweredFor } from '../access/agreementAs.ts';
import { draftAs } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { agreementState, standsInTheWay } from '../domain/agreement/state.ts';
import type { AgreementBrief, AgreementList, AgreementView, DraftAgreements } from '../schemas/agreements.ts';
import {
  type AgreementRow,
  agreementsOfDraft,
  type LessonLine,
  linesOfHomeSchool,
  type ObjectionRow,
  objectionsOf,
  openAgreements,
} from '../store/agreements.ts';
import { draftNames } from '../store/drafts.ts';
import { namesOf } from './names.ts';

/** Stands for lessons: other lessons, or others' times, are another mark. */
export const markOf = (lines: readonly LessonLine[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        lines.map(({ groupId, courseId, nth, weekday, startsTime }) => [groupId, courseId, nth, weekday, startsTime]),
      ),
    )
    .digest('hex');

const linesOf = ({ db, now }: ReadScope, { draftId, homeSchoolId }: AgreementRow) =>
  linesOfHomeSchool(db, draftId, homeSchoolId, now);

/** What home schools were asked, each with where it stands now. */
async function briefsOf(scope: ReadScope, apis: Apis, rows: readonly AgreementRow[]): Promise<AgreementBrief[]> {
  const { db, now } = scope;
  const objections = await objectionsOf(
    db,
    rows.map(({ id }) => id),
  );
  const names = await namesOf(apis, db, {
    people: [
      ...rows.flatMap(({ askedById, answeredById }) => [askedById, answeredById]),
      ...objections.flatMap(({ raisedById, decidedById }) => [raisedById, decidedById]),
    ],
    courses: objections.flatMap(({ courseId }) => courseId ?? []),
  });
  const groups = new Map(
    (await apis.school.groupsByIds(db, [...new Set(objections.map(({ groupId }) => groupId))])).map((one) => [
      one.id,
      one.name,
    ]),
  );
  const schools = new Map((await apis.school.homeSchools(db)).map(({ id, name }) => [id, name]));
  const drafts = await draftNames(db, [...new Set(rows.map(({ draftId }) => draftId))]);
  const viewOf = (one: ObjectionRow): AgreementBrief['objections'][number] => ({
    ...{ id: one.id, groupId: one.groupId, reason: one.reason, state: one.state, decision: one.decision },
    groupName: groups.get(one.groupId) ?? '',
    subjectName: one.courseId ? (names.course(one.courseId)?.subjectName ?? null) : null,
    raisedBy: names.person(one.raisedById),
    raisedAt: one.raisedAt.toISOString(),
    decidedBy: one.decidedById ? names.person(one.decidedById) : null,
  });
  const briefs: AgreementBrief[] = [];
  for (const row of rows) {
    const own = objections.filter(({ agreementId }) => agreementId === row.id);
    const openObjections = own.filter(({ state }) => state === 'open').length;
    briefs.push({
      ...{ id: row.id, draftId: row.draftId, homeSchoolId: row.homeSchoolId, answerByOn: row.answerByOn },
      draftName: drafts.get(row.draftId) ?? '',
      homeSchoolName: schools.get(row.homeSchoolId) ?? '',
      state: agreementState({ ...row, openObjections }, markOf(await linesOf(scope, row)), dayOf(now)),
      askedBy: names.person(row.askedById),
      answeredBy: row.answeredById ? names.person(row.answeredById) : null,
      objections: own.map(viewOf),
    });
  }
  return briefs;
}

/** What the home schools say of a draft that the actor composes. */
export async function agreementsOf(scope: ReadScope, apis: Apis, draftId: string): Promise<DraftAgreements> {
  await draftAs(apis.school, scope, draftId);
  const items = await briefsOf(scope, apis, await agreementsOfDraft(scope.db, draftId));
  return { items, isInTheWay: items.some(({ state }) => standsInTheWay(state)) };
}

/** Whose agreement is missing; empty where nobody was asked or everybody agrees. */
export async function missingAgreements(scope: ReadScope, apis: Apis, draftId: string): Promise<string[]> {
  const briefs = await briefsOf(scope, apis, await agreementsOfDraft(scope.db, draftId));
  return briefs.filter(({ state }) => standsInTheWay(state)).map(({ homeSchoolName }) => homeSchoolName);
}

/** What the home schools of the actor are asked about drafts that are not published yet. */
export async function listAgreements(scope: ReadScope, apis: Apis): Promise<AgreementList> {
  return { items: await briefsOf(scope, apis, await openAgreements(scope.db, homeSchoolsAnsweredFor(scope))) };
}

/** One question to a home school, with the lessons of its students. */
export async function agreementView(scope: ReadScope, apis: Apis, id: string): Promise<AgreementView> {
  const row = await agreementAs(scope, id);
  const [brief] = await briefsOf(scope, apis, [row]);
  if (!brief) throw new Error('An agreement has no view of its own');
  const lessons = await linesOf(scope, row);
  return { ...brief, lessons, may: { agree: standsInTheWay(brief.state) && brief.state !== 'objected', object: true } };
}
