import { createHash } from 'node:crypto';
import type { ReadScope } from '../../../server/host/scope.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';
import { agreementState } from '../domain/agreement/state.ts';
import type { AgreementBrief, ObjectionView } from '../schemas/agreements.ts';
import {
  type AgreementRow,
  type LessonLine,
  linesOfHomeSchool,
  type ObjectionRow,
  objectionsOf,
} from '../store/agreements.ts';
import { draftsNamed } from '../store/drafts.ts';
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

export const linesOf = ({ db, now }: ReadScope, { draftId, homeSchoolId }: AgreementRow): Promise<LessonLine[]> =>
  linesOfHomeSchool(db, draftId, homeSchoolId, now);

/** What home schools were asked, each with where it stands now. */
export async function briefsOf(scope: ReadScope, apis: Apis, rows: readonly AgreementRow[]): Promise<AgreementBrief[]> {
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
  const viewOf = await objectionViews(scope, apis, objections, names);
  const schools = new Map((await apis.school.homeSchools(db)).map(({ id, name }) => [id, name]));
  const drafts = await draftsNamed(db, [...new Set(rows.map(({ draftId }) => draftId))]);
  const briefs: AgreementBrief[] = [];
  for (const row of rows) {
    const own = objections.filter(({ agreementId }) => agreementId === row.id);
    const openObjections = own.filter(({ state }) => state === 'open').length;
    const { id, draftId, homeSchoolId, answerByOn, isSilenceConsent } = row;
    const draft = drafts.get(draftId);
    briefs.push({
      ...{ id, draftId, homeSchoolId, answerByOn, isSilenceConsent },
      draftName: draft?.name ?? '',
      isPublished: draft?.state === 'published',
      homeSchoolName: schools.get(homeSchoolId) ?? '',
      state: agreementState({ ...row, openObjections }, markOf(await linesOf(scope, row)), dayOf(now)),
      askedBy: names.person(row.askedById),
      answeredBy: row.answeredById ? names.person(row.answeredById) : null,
      objections: own.map(viewOf),
    });
  }
  return briefs;
}

/** Turns objections into what is read of them, with the names of everybody and everything. */
export async function objectionViews(
  { db }: ReadScope,
  { school }: Apis,
  objections: readonly ObjectionRow[],
  names: Awaited<ReturnType<typeof namesOf>>,
): Promise<(one: ObjectionRow) => ObjectionView> {
  const groups = new Map(
    (await school.groupsByIds(db, [...new Set(objections.map(({ groupId }) => groupId))])).map((one) => [
      one.id,
      one.name,
    ]),
  );
  return ({ id, groupId, courseId, weekday, startsTime, reason, state, decision, ...one }) => ({
    ...{ id, groupId, reason, state, decision },
    groupName: groups.get(groupId) ?? '',
    subjectName: courseId ? (names.course(courseId)?.subjectName ?? null) : null,
    lesson: weekday !== null && startsTime !== null ? { weekday, startsTime } : null,
    raisedBy: names.person(one.raisedById),
    raisedAt: one.raisedAt.toISOString(),
    decidedBy: one.decidedById ? names.person(one.decidedById) : null,
  });
}
