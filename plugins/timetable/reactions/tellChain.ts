import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { timeText } from '../domain/lessons/timeText.ts';
import type { Reschedule, ReschedulePart } from '../domain/reschedule/reschedule.ts';
import { namesOf } from '../queries/names.ts';
import { lessonById } from '../store/lessons.ts';
import { partsOf } from '../store/rescheduleParts.ts';
import { rescheduleById, rescheduleOfNewLesson } from '../store/reschedules.ts';
import { recipientsOf } from './recipientsOfLesson.ts';
import { tellEach } from './tellEach.ts';

/** The chain by which a lesson got its time; undefined when it moved alone. */
export async function chainOf(
  scope: WriteScope,
  { rescheduleId, newLessonId }: { readonly rescheduleId?: string | null; readonly newLessonId?: string },
): Promise<Reschedule | undefined> {
  const request = rescheduleId
    ? await rescheduleById(scope.db, rescheduleId)
    : newLessonId && (await rescheduleOfNewLesson(scope.db, newLessonId));
  if (!request) return undefined;
  return (await partsOf(scope.db, [request.id])).length > 1 ? request : undefined;
}

interface Concerned {
  readonly personId: string;
  readonly aboutId: string | null;
  readonly moves: readonly Move[];
}

interface Move {
  readonly part: ReschedulePart;
  readonly lessonId: string;
  readonly subject: string;
}

/** Tells everybody whom any lesson of a chain concerns, once, of all those that are theirs. */
export async function tellChain(apis: Apis, scope: WriteScope, request: Reschedule, actorId: string): Promise<void> {
  const concerned = new Map<string, Concerned>();
  for (const part of await partsOf(scope.db, [request.id])) {
    const lessonId = part.nth === 1 && request.newLessonId !== null ? request.newLessonId : part.lessonId;
    const lesson = await lessonById(scope.db, lessonId);
    if (!lesson) continue;
    const names = await namesOf(apis, scope.db, { people: [], courses: [lesson.courseId] });
    const move = { part, lessonId, subject: names.course(lesson.courseId)?.subjectName ?? '' };
    for (const one of await recipientsOf(apis, scope, lesson, [part.fromHeldOn, part.heldOn])) {
      const key = `${one.personId} ${one.aboutId}`;
      concerned.set(key, { ...one, moves: [...(concerned.get(key)?.moves ?? []), move] });
    }
  }
  const told = [...concerned.values()].filter(({ personId }) => personId !== actorId);
  await tellEach(apis, scope, told, ({ aboutId, moves }, { language, zone }) => {
    const [first] = moves;
    const whose = aboutId === null ? '' : `&person=${aboutId}`;
    const lines = moves.map(
      ({ subject, part }) =>
        `${subject}: ${timeText(part.fromStartsAt, language, zone)} → ${timeText(part.startsAt, language, zone)}`,
    );
    return {
      kind: 'timetable.lessons-moved',
      params: { count: moves.length, moves: lines.join('; ') },
      link: `/timetable?from=${first?.part.heldOn ?? ''}${whose}&lesson=${first?.lessonId ?? ''}`,
      dedupeKey: `chain:${request.id}:${request.revision}:${aboutId ?? ''}`,
    };
  });
}
