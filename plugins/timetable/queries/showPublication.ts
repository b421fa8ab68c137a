import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { publicationToSee } from '../access/publicationAs.ts';
import type { Apis } from '../apis.ts';
import type { LessonPlace } from '../domain/lessons/lesson.ts';
import type { LessonChange } from '../domain/publish/change.ts';
import type { ExceptionDate } from '../domain/publish/decision.ts';
import { changeLines } from '../domain/publish/summary.ts';
import { publishTimetable } from '../permissions.ts';
import type { PublicationList, PublicationView } from '../schemas/publications.ts';
import { type ExceptionRow, exceptionsOf } from '../store/exceptions.ts';
import { changesOf, type PublicationChange } from '../store/publicationChanges.ts';
import { publicationsOfGroups } from '../store/publications.ts';
import { namesOf } from './names.ts';
import { changeLineViews, exceptionView } from './publicationViews.ts';

/** What was published: exactly what it changed, which dates wait for a decision, and who is in two places because of it. */
export async function showPublication(apis: Apis, scope: ReadScope, id: string): Promise<PublicationView> {
  const { publication, groupIds, isWhole } = await publicationToSee(apis.school, scope, id);
  const rows = await changesOf(scope.db, id, groupIds);
  const exceptions = (await exceptionsOf(scope.db, id)).filter(({ groupId }) => groupIds.includes(groupId));
  const problems = rows.flatMap((row) => row.problemsJson.map((problem) => ({ row, problem })));
  const groups = await apis.school.groupsByIds(scope.db, groupIds);
  const names = await namesOf(apis, scope.db, {
    people: [
      publication.publishedById,
      ...rows.flatMap(({ teacherId, fromTeacherId }) => [teacherId, fromTeacherId]),
      ...problems.map(({ problem }) => (problem.kind === 'taken' ? problem.personId : null)),
      ...exceptions.flatMap(({ failuresJson }) =>
        failuresJson.flatMap((failure) => ('cannot' in failure ? failure.cannot.map(({ personId }) => personId) : [])),
      ),
    ],
    courses: [...rows, ...exceptions].map(({ courseId }) => courseId),
  });
  const zones = new Map(groups.map(({ id: groupId, zone }) => [groupId, zone]));
  const { termId, number, effectiveOn, state, jobId, publishedAt, publishedById, countsJson } = publication;
  return {
    id,
    termId,
    number,
    effectiveOn,
    state,
    jobId,
    publishedAt: publishedAt?.toISOString() ?? null,
    publishedByName: publishedById === null ? null : names.person(publishedById),
    groupIds: [...groupIds],
    counts: countsJson,
    changes: changeLineViews(changeLines(rows.map(changeOf), zones), names),
    exceptions: exceptions.map((row) =>
      exceptionView(dateOf(row), names, {
        id: row.id,
        mayDecide: row.decidedAt === null && state === 'published',
      }),
    ),
    problems: problems.map(({ row, problem }) => ({
      kind: problem.kind,
      lessonId: row.lessonId,
      courseId: row.courseId,
      subjectName: names.course(row.courseId)?.subjectName ?? '',
      startsAt: row.startsAt?.toISOString() ?? null,
      personId: problem.kind === 'taken' ? problem.personId : null,
      personName: problem.kind === 'taken' ? names.person(problem.personId) : null,
    })),
    may: { cancel: state === 'publishing' && isWhole },
  };
}

/** What was published for groups within reach, last first. */
export async function listPublications(apis: Apis, scope: ReadScope): Promise<PublicationList> {
  const within = apis.school.groupIdsWithin(scope, scopesOf(scope.actor, publishTimetable));
  const found = await publicationsOfGroups(scope.db, within);
  return {
    items: found.map(({ id, termId, number, effectiveOn, publishedAt, countsJson }) => ({
      id,
      termId,
      number,
      effectiveOn,
      publishedAt: publishedAt?.toISOString() ?? null,
      counts: countsJson,
    })),
  };
}

function placeOf(
  on: string | null,
  startsAt: Date | null,
  endsAt: Date | null,
  teacherId: string | null,
): LessonPlace | null {
  return on !== null && startsAt && endsAt ? { on, startsAt, endsAt, teacherId } : null;
}

const changeOf = (row: PublicationChange): LessonChange => ({
  kind: row.kind,
  lessonId: row.lessonId,
  groupId: row.groupId,
  courseId: row.courseId,
  nth: row.courseNth,
  weekOn: row.weekOn,
  subgroupId: row.subgroupId,
  from: placeOf(row.fromHeldOn, row.fromStartsAt, row.fromEndsAt, row.fromTeacherId),
  to: placeOf(row.heldOn, row.startsAt, row.endsAt, row.teacherId),
  isByHand: row.isByHand,
  revision: 0,
  commitmentId: row.commitmentId,
});

const dateOf = (row: ExceptionRow): ExceptionDate => ({
  groupId: row.groupId,
  courseId: row.courseId,
  nth: row.nth,
  on: row.heldOn,
  startsTime: row.startsTime,
  failures: row.failuresJson,
  proposal: row.proposalJson,
  decision: row.decisionJson,
});
