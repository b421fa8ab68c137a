import { type Busy, overlaps, whoCannot } from '../../../server/calendar/api.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { lessonToActOn } from '../access/lessonAs.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import type { Slot } from '../domain/lessons/slot.ts';
import { allot } from '../domain/publish/allot.ts';
import { changeLessons } from '../permissions.ts';
import type { Blocked, MovePreview, SlotRequest } from '../schemas/lessons.ts';
import { roomPool } from '../store/roomPool.ts';
import { namesOf } from './names.ts';
import { type PeopleOfLesson, peopleOfLesson } from './peopleOfLesson.ts';
import { slotOf } from './slotOf.ts';

/** What stands in the way of a lesson at a slot. */
export interface InTheWayOf {
  readonly slot: Slot;
  readonly people: PeopleOfLesson;
  readonly personIds: readonly string[];
  /** What takes these people then. */
  readonly taken: readonly Busy[];
  readonly hasRoom: boolean;
  readonly roomId: string | undefined;
}

/** Who would be in two places, and whether a meeting room is left. */
export async function inTheWayOf(apis: Apis, scope: ReadScope, lesson: Lesson, slot: Slot): Promise<InTheWayOf> {
  const people = await peopleOfLesson(apis, scope, lesson, [slot.on]);
  const personIds = [...people.studentIds, ...(lesson.teacherId ? [lesson.teacherId] : [])];
  const rooms = await roomPool(scope.db);
  const subjects = [...personIds, ...(rooms ? [rooms.id] : [])];
  const busy = await apis.calendar.busyOf(scope, subjects, slot.startsAt, slot.endsAt);
  const others = busy.filter(({ commitmentId }) => commitmentId !== lesson.commitmentId);
  const [allotment] = allot([{ lessonId: lesson.id, interval: slot, personIds }], others, rooms);
  const taken = others.filter((one) => one.subjectId !== rooms?.id && overlaps(one, slot));
  return { slot, people, personIds, taken, hasRoom: !rooms || (allotment?.hasRoom ?? false), roomId: rooms?.id };
}

/** Whom moving a lesson to a slot would put in two places or leave out, by name. */
export async function previewMove(
  apis: Apis,
  scope: ReadScope,
  lessonId: string,
  request: SlotRequest,
): Promise<MovePreview> {
  const lesson = await lessonToActOn(apis.school, scope, changeLessons, lessonId);
  const slot = await slotOf(apis, scope, lesson, request, scope.now);
  const { personIds, taken, hasRoom } = await inTheWayOf(apis, scope, lesson, slot);
  const { everybody } = await peopleOfLesson(apis, scope, lesson, [lesson.on, slot.on]);
  const times = await apis.calendar.timesOf(scope.db, personIds);
  const cannot = whoCannot(times, slot);
  const names = await namesOf(apis, scope.db, { people: personIds, courses: [] });
  const blocked: Blocked[] = [
    ...taken.map((one): Blocked => view(one.subjectId, 'taken', one)),
    ...cannot.map(({ personId, reason, during }): Blocked => view(personId, reason, during)),
  ];
  return {
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
    isFree: taken.length === 0 && hasRoom,
    hasRoom,
    blocked: blocked.map((one) => ({ ...one, name: names.person(one.personId) })),
    told: everybody.length,
  };
}

const view = (
  personId: string,
  reason: Blocked['reason'],
  during: { readonly startsAt: Date; readonly endsAt: Date },
): Blocked => ({
  personId,
  name: '',
  reason,
  startsAt: during.startsAt.toISOString(),
  endsAt: during.endsAt.toISOString(),
});
