import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { ExceptionDate } from '../domain/publish/decision.ts';
import { changeLines, countsOf } from '../domain/publish/summary.ts';
import { studentsOfChanges, toldOf } from '../domain/publish/told.ts';
import type { PlanRequest, PublicationPreview } from '../schemas/publications.ts';
import { runningPublication } from '../store/publications.ts';
import { guardingsOf } from './guardingsOf.ts';
import { type LoadedPlan, loadPlan } from './loadPlan.ts';
import { namesOf } from './names.ts';
import { changeLineViews, clashViews, exceptionView } from './publicationViews.ts';

/** Exactly what publishing this draft would change, what needs a decision, and who would be told. */
export async function previewPublication(
  apis: Apis,
  scope: ReadScope,
  request: PlanRequest,
): Promise<PublicationPreview> {
  const plan = await loadPlan(apis, scope, request);
  const changed = plan.changes.filter(({ kind }) => kind !== 'kept');
  const guardings = await guardingsOf(apis, scope, studentsOfChanges(changed, plan.studentsOn));
  const told = toldOf(changed, plan.studentsOn, guardings);
  const zones = new Map(plan.groups.map(({ id, zone }) => [id, zone]));
  const names = await namesOf(apis, scope.db, {
    people: [...told.map(({ personId }) => personId), ...peopleNamed(plan)],
    courses: [...plan.changes, ...plan.pattern, ...plan.unplaced].map(({ courseId }) => courseId),
  });
  const running = await runningPublication(scope.db, plan.term.id);
  return {
    fingerprint: plan.fingerprint,
    effectiveOn: request.effectiveOn,
    counts: countsOf(plan.changes),
    changes: changeLineViews(changeLines(plan.changes, zones), names),
    exceptions: plan.exceptions.map((one) => exceptionView(one, names, { id: null, mayDecide: true })),
    clashes: clashViews(plan.clashes, names),
    unplaced: plan.unplaced.map(({ courseId, nth }) => {
      const course = names.course(courseId);
      return { courseId, nth, subjectName: course?.subjectName ?? '', groupName: course?.groupName ?? '' };
    }),
    withoutTeacher: changed.filter(({ to }) => to?.teacherId === null).length,
    told: told
      .map(({ personId, as, aboutId, changes }) => ({
        personId,
        name: names.person(personId),
        as,
        childName: aboutId === null ? null : names.person(aboutId),
        changes: changes.length,
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    may: { publish: running === undefined },
  };
}

const cannotOf = ({ failures }: ExceptionDate): readonly string[] =>
  failures.flatMap((failure) => ('cannot' in failure ? failure.cannot.map(({ personId }) => personId) : []));

const peopleNamed = ({ changes, exceptions, clashes }: LoadedPlan): readonly (string | null)[] => [
  ...changes.flatMap(({ from, to }) => [from?.teacherId ?? null, to?.teacherId ?? null]),
  ...exceptions.flatMap(cannotOf),
  ...clashes.map(({ personId }) => personId),
];
