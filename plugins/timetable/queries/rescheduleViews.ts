import type { ReadScope } from '../../../server/host/scope.ts';
import { partsIn } from '../access/rescheduleAs.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { mayWithRequest, stateNow } from '../domain/reschedule/decide.ts';
import { ownerOf } from '../domain/reschedule/policy.ts';
import {
  filesOfRequest,
  type Reschedule,
  type ReschedulePart,
  type RescheduleStep,
} from '../domain/reschedule/reschedule.ts';
import type { RescheduleView } from '../schemas/reschedules.ts';
import { lessonsByIds } from '../store/lessons.ts';
import { partsOf } from '../store/rescheduleParts.ts';
import { stepsOf } from '../store/reschedules.ts';
import { localSpan } from './localSpan.ts';
import { type Names, namesOf } from './names.ts';

/** Requests as their reader sees them, with what the reader may do next. */
export async function rescheduleViews(
  apis: Apis,
  scope: ReadScope,
  requests: readonly Reschedule[],
): Promise<RescheduleView[]> {
  const ids = requests.map(({ id }) => id);
  const parts = await partsOf(scope.db, ids);
  const steps = await stepsOf(scope.db, ids);
  const lessonIds = [...requests, ...parts].map(({ lessonId }) => lessonId);
  const lessons = new Map((await lessonsByIds(scope.db, [...new Set(lessonIds)])).map((one) => [one.id, one]));
  const groupIds = [...new Set([...lessons.values()].map(({ groupId }) => groupId))];
  const partOf = await partsIn(apis, scope, { requests, groupIds });
  const files = await apis.files.filesOf(scope.db, filesOfRequest, ids);
  const names = await namesOf(apis, scope.db, {
    people: [
      ...requests.flatMap(({ askedById, forPersonId, teacherId }) => [askedById, forPersonId, teacherId]),
      ...parts.map(({ teacherId }) => teacherId),
      ...steps.map(({ byPersonId }) => byPersonId),
    ],
    courses: [...lessons.values()].map(({ courseId }) => courseId),
  });
  return requests.flatMap((request): RescheduleView[] => {
    const lesson = lessons.get(request.lessonId);
    if (!lesson) return [];
    const own = parts.filter(({ rescheduleId }) => rescheduleId === request.id);
    const part = partOf(request, lesson.groupId, own);
    const facts = { scope, names, lessons };
    const may = mayWithRequest(request, part, scope.now);
    const state = stateNow(request, scope.now);
    return [
      {
        ...shownToAll(facts, request, lesson),
        ...(part.sight === 'all' ? shownToItsPeople(facts, request) : hidden),
        state,
        owner: ownerOf(state, part.needsCoordinator) ?? null,
        files: part.sight === 'all' ? [...(files.get(request.id) ?? [])] : [],
        moves: own
          .filter(({ teacherId }) => part.sight === 'all' || teacherId === scope.actor.personId)
          .map((one) => moveView(facts, one)),
        steps: steps
          .filter(({ rescheduleId }) => rescheduleId === request.id)
          .map((step) => stepView(facts, step, part.sight === 'all')),
        isWaitingForMe: may.answer || may.confirm || (state === 'asked' && may.propose && part.isTutor),
        may,
      },
    ];
  });
}

interface Facts {
  readonly scope: ReadScope;
  readonly names: Names;
  readonly lessons: ReadonlyMap<string, Lesson>;
}

const spanView = ({ scope }: Facts, startsAt: Date, endsAt: Date) => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  local: localSpan({ startsAt, endsAt }, scope.actor.zone),
});

function shownToAll(facts: Facts, request: Reschedule, lesson: Lesson) {
  const course = facts.names.course(lesson.courseId);
  const { startsAt, endsAt } = request;
  return {
    id: request.id,
    kind: request.kind,
    isForGroup: request.isForGroup,
    dueAt: request.dueAt?.toISOString() ?? null,
    lesson: {
      id: lesson.id,
      subjectName: course?.subjectName ?? '',
      groupName: course?.groupName ?? '',
      teacherName: facts.names.person(request.teacherId),
      now: spanView(facts, lesson.startsAt, lesson.endsAt),
      isCancelled: lesson.state === 'cancelled',
    },
    from: spanView(facts, request.fromStartsAt, request.fromEndsAt),
    slot: startsAt && endsAt ? spanView(facts, startsAt, endsAt) : null,
    isCountered: request.isCountered,
    newLessonId: request.newLessonId,
    revision: request.revision,
  };
}

const hidden = { forPerson: null, askedBy: null, reasonKind: null, reason: null, wish: null, windows: [] };

function shownToItsPeople({ names }: Facts, request: Reschedule) {
  return {
    forPerson: { id: request.forPersonId, name: names.person(request.forPersonId) },
    askedBy: { id: request.askedById, name: names.person(request.askedById) },
    reasonKind: request.reasonKind,
    reason: request.reason,
    wish: request.wish,
    windows: [...request.windowsJson],
  };
}

function moveView(facts: Facts, part: ReschedulePart): RescheduleView['moves'][number] {
  const { names, lessons, scope } = facts;
  const course = names.course(lessons.get(part.lessonId)?.courseId ?? '');
  return {
    lessonId: part.lessonId,
    subjectName: course?.subjectName ?? '',
    groupName: course?.groupName ?? '',
    teacherName: names.person(part.teacherId),
    from: spanView(facts, part.fromStartsAt, part.fromEndsAt),
    to: spanView(facts, part.startsAt, part.endsAt),
    isAgreed: part.isAgreed,
    isMine: part.teacherId === scope.actor.personId,
  };
}

const stepView = (
  { names }: Facts,
  { what, byPersonId, happenedAt, startsAt, note }: RescheduleStep,
  isAll: boolean,
): RescheduleView['steps'][number] => ({
  what,
  byName: byPersonId === null || !isAll ? null : names.person(byPersonId),
  at: happenedAt.toISOString(),
  startsAt: startsAt?.toISOString() ?? null,
  note: isAll ? note : null,
});
