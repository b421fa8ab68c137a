import { type ExceptionDate, effectiveDecision } from '../domain/publish/decision.ts';
import type { PlanClash } from '../domain/publish/planClashes.ts';
import type { ChangeLine, WeekPlace } from '../domain/publish/summary.ts';
import { takerOf } from '../domain/reschedule/heldFor.ts';
import type { ChangeLineView, ClashView, ExceptionView } from '../schemas/publications.ts';
import type { Names } from './names.ts';

const placeView = (place: WeekPlace | null, names: Names) =>
  place && { ...place, teacherName: place.teacherId === null ? null : names.person(place.teacherId) };

/** Changes in words of the school. */
export const changeLineViews = (lines: readonly ChangeLine[], names: Names): ChangeLineView[] =>
  lines.flatMap(({ kind, groupId, courseId, from, to, dates }): ChangeLineView[] => {
    if (kind === 'kept') return [];
    const course = names.course(courseId);
    return [
      {
        kind,
        groupId,
        groupName: course?.groupName ?? '',
        courseId,
        subjectName: course?.subjectName ?? '',
        subgroupName: course?.subgroupName ?? null,
        from: placeView(from, names),
        to: placeView(to, names),
        dates: [...dates],
      },
    ];
  });

export function exceptionView(
  exception: ExceptionDate,
  names: Names,
  known: { readonly id: string | null; readonly mayDecide: boolean },
): ExceptionView {
  const { groupId, courseId, nth, on, startsTime, failures, proposal, decision } = exception;
  const course = names.course(courseId);
  return {
    id: known.id,
    groupId,
    groupName: course?.groupName ?? '',
    courseId,
    subjectName: course?.subjectName ?? '',
    nth,
    on,
    startsTime,
    failures: failures.map((failure) => ({
      kind: failure.kind,
      holidayName: failure.kind === 'holiday' ? failure.name : null,
      cannot:
        'cannot' in failure
          ? failure.cannot.map(({ personId, reason }) => ({ personId, name: names.person(personId), reason }))
          : [],
    })),
    proposal:
      proposal.kind === 'move'
        ? { kind: 'move', on: proposal.to.on, time: proposal.to.time }
        : { kind: proposal.kind, on: null, time: null },
    decision,
    effective: effectiveDecision(exception),
    may: { decide: known.mayDecide },
  };
}

export const clashViews = (clashes: readonly PlanClash[], names: Names): ClashView[] =>
  clashes.flatMap(({ change, personId, inTheWay, other }): ClashView[] => {
    const theirs = inTheWay ?? other?.to;
    if (!change.to || !theirs) return [];
    const course = names.course(change.courseId);
    return [
      {
        personId,
        personName: names.person(personId),
        courseId: change.courseId,
        subjectName: course?.subjectName ?? '',
        groupName: course?.groupName ?? '',
        startsAt: change.to.startsAt.toISOString(),
        endsAt: change.to.endsAt.toISOString(),
        inTheWay: {
          plugin: inTheWay?.source.plugin ?? 'timetable',
          entityId: inTheWay ? takerOf(inTheWay.source.entityId) : null,
          subjectName: other ? (names.course(other.courseId)?.subjectName ?? null) : null,
          startsAt: theirs.startsAt.toISOString(),
          endsAt: theirs.endsAt.toISOString(),
        },
      },
    ];
  });
