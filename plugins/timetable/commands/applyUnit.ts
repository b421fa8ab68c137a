import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { studentsOn } from '../domain/lessons/concerned.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import type { PlannedChange } from '../domain/publish/plannedChange.ts';
import { lockLessons, setPending } from '../store/lessons.ts';
import { insertChanges, type PublicationChange } from '../store/publicationChanges.ts';
import { lockPublication } from '../store/publications.ts';
import { setUnitApplied, unitOf } from '../store/publicationUnits.ts';
import { roomPool } from '../store/roomPool.ts';
import { readUnit } from './readUnit.ts';
import { type LessonTime, type TimeTaken, takeTime } from './takeTime.ts';

/**
 * Takes and gives back the ledger's time for one unit of a publication. Nobody sees its lessons yet. Applying twice
 * changes nothing. False when the publication is to be removed, or is gone.
 */
export async function applyUnit(
  apis: Apis,
  scope: WriteScope,
  publicationId: string,
  number: number,
): Promise<boolean> {
  const publication = await lockPublication(scope.db, publicationId);
  if (publication?.state !== 'publishing') return false;
  const unit = await unitOf(scope.db, publicationId, number);
  if (!unit || unit.isApplied) return true;
  const changes = readUnit(unit.changesJson);
  const lessons = await lockLessons(
    scope.db,
    changes.flatMap(({ isNew, lessonId }) => (isNew ? [] : [lessonId])),
  );
  const known = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const valid = changes.filter((change) => isUnchanged(change, known.get(change.lessonId)));
  const taken = await takeTime(
    apis,
    scope,
    await timesOf(apis, scope, valid),
    releasesOf(valid),
    await roomPool(scope.db),
  );
  await insertChanges(
    scope.db,
    publicationId,
    valid.map((change) => changeRow(change, taken.get(change.lessonId))),
  );
  await setPending(
    scope.db,
    valid.flatMap(({ isNew, lessonId }) => (isNew ? [] : [lessonId])),
    publicationId,
  );
  await setUnitApplied(scope.db, publicationId, number, true);
  return true;
}

/** Whoever changed a lesson after the plan was made has the last word; that lesson stays as they left it. */
const isUnchanged = ({ isNew, revision }: PlannedChange, lesson: Lesson | undefined): boolean =>
  isNew || (lesson !== undefined && lesson.revision === revision && lesson.pendingPublicationId === null);

async function timesOf(
  apis: Apis,
  scope: WriteScope,
  changes: readonly PlannedChange[],
): Promise<readonly LessonTime[]> {
  const courseIds = [...new Set(changes.map(({ courseId }) => courseId))];
  const dates = changes.flatMap(({ to }) => (to ? [to.on] : [])).sort();
  const [fromOn, untilOn] = [dates[0], dates.at(-1)];
  if (fromOn === undefined || untilOn === undefined) return [];
  const learn = studentsOn(await apis.school.studentsOfCourses(scope.db, courseIds, { fromOn, untilOn }));
  return changes.flatMap(({ lessonId, courseId, to, commitmentId }): LessonTime[] =>
    to
      ? [
          {
            lessonId,
            commitmentId,
            interval: { startsAt: to.startsAt, endsAt: to.endsAt },
            personIds: [...new Set([...learn(courseId, to.on), ...(to.teacherId ? [to.teacherId] : [])])],
          },
        ]
      : [],
  );
}

const releasesOf = (changes: readonly PlannedChange[]): readonly string[] =>
  changes.flatMap(({ kind, commitmentId }) => (kind === 'cancelled' ? (commitmentId ?? []) : []));

const changeRow = (change: PlannedChange, taken: TimeTaken | undefined): PublicationChange => {
  const { lessonId, kind, groupId, courseId, subgroupId, nth, weekOn, from, to, zone, isNew, isByHand, joinUrl } =
    change;
  return {
    lessonId,
    kind,
    groupId,
    courseId,
    subgroupId,
    courseNth: nth,
    weekOn,
    fromHeldOn: from?.on ?? null,
    fromStartsAt: from?.startsAt ?? null,
    fromEndsAt: from?.endsAt ?? null,
    fromTeacherId: from?.teacherId ?? null,
    heldOn: to?.on ?? null,
    startsAt: to?.startsAt ?? null,
    endsAt: to?.endsAt ?? null,
    teacherId: to?.teacherId ?? null,
    zone,
    isNew,
    isByHand,
    commitmentId: taken?.commitmentId ?? null,
    joinUrl,
    problemsJson: taken?.problems ?? [],
  };
};
