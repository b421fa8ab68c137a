import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { studentsOn } from '../domain/lessons/concerned.ts';
import { setCommitments, setPending } from '../store/lessons.ts';
import { changesOfLessons, deleteChanges, type PublicationChange } from '../store/publicationChanges.ts';
import { lockPublication } from '../store/publications.ts';
import { setUnitApplied, unitOf } from '../store/publicationUnits.ts';
import { readUnit } from './readUnit.ts';
import { type LessonTime, takeTime } from './takeTime.ts';

/** Takes back what one unit did to the ledger. Removing twice changes nothing. */
export async function removeUnit(apis: Apis, scope: WriteScope, publicationId: string, number: number): Promise<void> {
  const publication = await lockPublication(scope.db, publicationId);
  const unit = await unitOf(scope.db, publicationId, number);
  if (publication?.state !== 'removing' || !unit?.isApplied) return;
  const lessonIds = readUnit(unit.changesJson).map(({ lessonId }) => lessonId);
  const changes = await changesOfLessons(scope.db, publicationId, lessonIds);
  const taken = await takeTime(apis, scope, await oldTimes(apis, scope, changes), releasesOf(changes), undefined);
  await setCommitments(
    scope.db,
    changes.flatMap(({ lessonId, kind }) => {
      const commitmentId = taken.get(lessonId)?.commitmentId;
      return kind === 'cancelled' && commitmentId ? [{ lessonId, commitmentId }] : [];
    }),
  );
  await setPending(scope.db, lessonIds, null);
  await deleteChanges(scope.db, publicationId, lessonIds);
  await setUnitApplied(scope.db, publicationId, number, false);
}

/** Lessons that moved go back to where everybody still sees them; those that were to end take their time again. */
async function oldTimes(
  apis: Apis,
  scope: WriteScope,
  changes: readonly PublicationChange[],
): Promise<readonly LessonTime[]> {
  const dates = changes.flatMap(({ fromHeldOn }) => fromHeldOn ?? []).sort();
  const [fromOn, untilOn] = [dates[0], dates.at(-1)];
  if (fromOn === undefined || untilOn === undefined) return [];
  const courseIds = [...new Set(changes.map(({ courseId }) => courseId))];
  const learn = studentsOn(await apis.school.studentsOfCourses(scope.db, courseIds, { fromOn, untilOn }));
  return changes.flatMap(({ lessonId, kind, courseId, commitmentId, ...change }): LessonTime[] => {
    const { fromHeldOn, fromStartsAt, fromEndsAt, fromTeacherId } = change;
    if (fromHeldOn === null || fromStartsAt === null || fromEndsAt === null) return [];
    return [
      {
        lessonId,
        commitmentId: kind === 'moved' ? commitmentId : null,
        interval: { startsAt: fromStartsAt, endsAt: fromEndsAt },
        personIds: [...new Set([...learn(courseId, fromHeldOn), ...(fromTeacherId ? [fromTeacherId] : [])])],
      },
    ];
  });
}

const releasesOf = (changes: readonly PublicationChange[]): readonly string[] =>
  changes.flatMap(({ kind, commitmentId }) => (kind === 'added' ? (commitmentId ?? []) : []));
