import { z } from 'zod';
import { defineEvent } from '../../server/events/event.ts';

const sampleId = (last: number): string => `01900000-0000-7000-8000-00000000000${last}`;

const Published = z.object({ publicationId: z.uuid(), termId: z.uuid(), groupId: z.uuid(), number: z.int() });
type Published = z.infer<typeof Published>;

/** A timetable holds for one group; every group of a publication has its own event. */
export const timetablePublished = defineEvent<Published>({
  name: 'timetable.published',
  payload: Published,
  sample: { publicationId: sampleId(1), termId: sampleId(2), groupId: sampleId(3), number: 1 },
  streamOf: ({ groupId }) => groupId,
});

const ofLesson = z.object({ lessonId: z.uuid(), groupId: z.uuid(), courseId: z.uuid(), revision: z.int() });

const LessonMoved = ofLesson.extend({
  fromStartsAt: z.iso.datetime(),
  fromOn: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  on: z.string(),
  /** The request that it answers; null when it was moved by hand or brought back. */
  rescheduleId: z.uuid().nullable(),
});
type LessonMoved = z.infer<typeof LessonMoved>;

const lesson = { lessonId: sampleId(1), groupId: sampleId(2), courseId: sampleId(3), revision: 2 };

/** One lesson is held at another time, or is held after all. */
export const lessonMoved = defineEvent<LessonMoved>({
  name: 'timetable.lesson-moved',
  payload: LessonMoved,
  sample: {
    ...lesson,
    fromStartsAt: '2026-09-07T07:00:00.000Z',
    fromOn: '2026-09-07',
    startsAt: '2026-09-09T07:00:00.000Z',
    endsAt: '2026-09-09T07:40:00.000Z',
    on: '2026-09-09',
    rescheduleId: sampleId(4),
  },
  streamOf: ({ groupId }) => groupId,
});

const LessonAdded = ofLesson.extend({ startsAt: z.iso.datetime(), on: z.string() });
type LessonAdded = z.infer<typeof LessonAdded>;

/** A lesson is held once beside the weekly timetable. */
export const lessonAdded = defineEvent<LessonAdded>({
  name: 'timetable.lesson-added',
  payload: LessonAdded,
  sample: { ...lesson, startsAt: '2026-09-10T07:00:00.000Z', on: '2026-09-10' },
  streamOf: ({ groupId }) => groupId,
});

const LessonHandedOver = ofLesson.extend({
  startsAt: z.iso.datetime(),
  on: z.string(),
  fromTeacherId: z.uuid().nullable(),
});
type LessonHandedOver = z.infer<typeof LessonHandedOver>;

/** Another teacher holds one lesson, at the same time. */
export const lessonHandedOver = defineEvent<LessonHandedOver>({
  name: 'timetable.lesson-handed-over',
  payload: LessonHandedOver,
  sample: { ...lesson, startsAt: '2026-09-07T07:00:00.000Z', on: '2026-09-07', fromTeacherId: sampleId(4) },
  streamOf: ({ groupId }) => groupId,
});

const LessonCancelled = ofLesson.extend({ startsAt: z.iso.datetime(), on: z.string() });
type LessonCancelled = z.infer<typeof LessonCancelled>;

/** One lesson is not held. */
export const lessonCancelled = defineEvent<LessonCancelled>({
  name: 'timetable.lesson-cancelled',
  payload: LessonCancelled,
  sample: { ...lesson, startsAt: '2026-09-07T07:00:00.000Z', on: '2026-09-07' },
  streamOf: ({ groupId }) => groupId,
});

const RescheduleAsked = z.object({ rescheduleId: z.uuid(), lessonId: z.uuid(), groupId: z.uuid(), revision: z.int() });
type RescheduleAsked = z.infer<typeof RescheduleAsked>;

/** Another time was asked for, a time was put to the teachers, or they agreed. */
export const rescheduleAsked = defineEvent<RescheduleAsked>({
  name: 'timetable.reschedule-asked',
  payload: RescheduleAsked,
  sample: { rescheduleId: sampleId(1), lessonId: sampleId(2), groupId: sampleId(3), revision: 1 },
  streamOf: ({ groupId }) => groupId,
});

const RescheduleAnswered = RescheduleAsked.extend({ answer: z.enum(['confirmed', 'declined', 'withdrawn', 'lapsed']) });
type RescheduleAnswered = z.infer<typeof RescheduleAnswered>;

/** A request has ended: confirmed (and the lesson moved), declined, withdrawn or not answered in time. */
export const rescheduleAnswered = defineEvent<RescheduleAnswered>({
  name: 'timetable.reschedule-answered',
  payload: RescheduleAnswered,
  sample: { rescheduleId: sampleId(1), lessonId: sampleId(2), groupId: sampleId(3), revision: 2, answer: 'confirmed' },
  streamOf: ({ groupId }) => groupId,
});

const RescheduleDue = RescheduleAsked.extend({ what: z.enum(['reminded', 'escalated']) });
type RescheduleDue = z.infer<typeof RescheduleDue>;

/** Whoever has to go on with a request has not done so yet: they are reminded, or the coordinator is told. */
export const rescheduleDue = defineEvent<RescheduleDue>({
  name: 'timetable.reschedule-due',
  payload: RescheduleDue,
  sample: { rescheduleId: sampleId(1), lessonId: sampleId(2), groupId: sampleId(3), revision: 2, what: 'reminded' },
  streamOf: ({ groupId }) => groupId,
});

const RescheduleLost = RescheduleAsked.extend({
  /** Somebody who is needed is taken then, or a teacher has left. */
  why: z.enum(['taken', 'left']),
  /** The time that was proposed. */
  startsAt: z.iso.datetime(),
  /** Who had been asked to hold the lesson then, and whose lessons were to make room for it. */
  teacherId: z.uuid(),
  makingRoom: z.array(z.object({ teacherId: z.uuid(), lessonId: z.uuid() })),
});
type RescheduleLost = z.infer<typeof RescheduleLost>;

/** The time that was proposed cannot be any more: something published or moved took it, or a teacher has left. */
export const rescheduleLost = defineEvent<RescheduleLost>({
  name: 'timetable.reschedule-lost',
  payload: RescheduleLost,
  sample: {
    rescheduleId: sampleId(1),
    lessonId: sampleId(2),
    groupId: sampleId(3),
    revision: 2,
    why: 'taken',
    startsAt: '2026-09-10T07:00:00.000Z',
    teacherId: sampleId(4),
    makingRoom: [],
  },
  streamOf: ({ groupId }) => groupId,
});

const MeetingChanged = z.object({
  meetingId: z.uuid(),
  revision: z.int(),
  what: z.enum(['made', 'moved', 'cancelled']),
});
type MeetingChanged = z.infer<typeof MeetingChanged>;

/** People are to meet, at another time, or no longer. */
export const meetingChanged = defineEvent<MeetingChanged>({
  name: 'timetable.meeting-changed',
  payload: MeetingChanged,
  sample: { meetingId: sampleId(1), revision: 1, what: 'made' },
  streamOf: ({ meetingId }) => meetingId,
});

/** Everything that running the timetable publishes. */
export const runningEvents = [
  timetablePublished,
  lessonMoved,
  lessonAdded,
  lessonHandedOver,
  lessonCancelled,
  rescheduleAsked,
  rescheduleAnswered,
  rescheduleDue,
  rescheduleLost,
  meetingChanged,
] as const;
