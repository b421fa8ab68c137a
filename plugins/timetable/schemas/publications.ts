import { z } from 'zod';
import { Id, LocalDate, WallTime } from '../../../server/people/api.ts';

const instant = z.iso.datetime();

/** What is done on one date on which the pattern fails. */
export const DateDecision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('move'), on: LocalDate, time: WallTime }),
  z.strictObject({ kind: z.literal('cancel') }),
  z.strictObject({ kind: z.literal('accept') }),
]);
export type DateDecision = z.infer<typeof DateDecision>;

/** Which draft is to hold from when, with what was decided about single dates. */
export const PlanRequest = z.strictObject({
  draftId: Id,
  /** First date, in each group's zone, on which the draft holds. */
  effectiveOn: LocalDate,
  decisions: z
    .array(z.strictObject({ courseId: Id, nth: z.int().min(1).max(40), on: LocalDate, decision: DateDecision }))
    .max(5000)
    .default([]),
  /** Lessons moved or cancelled by hand that are to follow the pattern again. */
  releasedLessonIds: z.array(Id).max(5000).default([]),
});
export type PlanRequest = z.infer<typeof PlanRequest>;

/** The request of a preview, and the fingerprint that the preview answered. */
export const PublishRequest = PlanRequest.extend({ fingerprint: z.string().regex(/^[0-9a-f]{64}$/) });
export type PublishRequest = z.infer<typeof PublishRequest>;

const WeekPlaceView = z.object({
  weekday: z.int(),
  startsTime: z.string(),
  minutes: z.int(),
  teacherId: Id.nullable(),
  teacherName: z.string().nullable(),
});

export const ChangeLineView = z.object({
  kind: z.enum(['moved', 'cancelled', 'added']),
  groupId: Id,
  groupName: z.string(),
  courseId: Id,
  subjectName: z.string(),
  subgroupName: z.string().nullable(),
  from: WeekPlaceView.nullable(),
  to: WeekPlaceView.nullable(),
  dates: z.array(LocalDate),
});
export type ChangeLineView = z.infer<typeof ChangeLineView>;

const Missing = z.object({ personId: Id, name: z.string(), reason: z.string() });

export const ExceptionView = z.object({
  /** Null in a preview. */
  id: Id.nullable(),
  groupId: Id,
  groupName: z.string(),
  courseId: Id,
  subjectName: z.string(),
  nth: z.int(),
  on: LocalDate,
  startsTime: z.string(),
  failures: z.array(
    z.object({
      kind: z.enum(['holiday', 'skipped-time', 'clock-change', 'dated-exception']),
      holidayName: z.string().nullable(),
      cannot: z.array(Missing),
    }),
  ),
  proposal: z.object({
    kind: z.enum(['move', 'cancel', 'accept']),
    on: LocalDate.nullable(),
    time: z.string().nullable(),
  }),
  decision: DateDecision.nullable(),
  /** What holds as long as nobody decides. */
  effective: DateDecision,
  may: z.object({ decide: z.boolean() }),
});
export type ExceptionView = z.infer<typeof ExceptionView>;

export const ClashView = z.object({
  personId: Id,
  personName: z.string(),
  courseId: Id,
  subjectName: z.string(),
  groupName: z.string(),
  startsAt: instant,
  endsAt: instant,
  /** What takes the person then: the plugin and its entity, or another lesson of this draft. */
  inTheWay: z.object({
    plugin: z.string(),
    entityId: Id.nullable(),
    subjectName: z.string().nullable(),
    startsAt: instant,
    endsAt: instant,
  }),
});
export type ClashView = z.infer<typeof ClashView>;

export const CountsView = z.object({ kept: z.int(), moved: z.int(), cancelled: z.int(), added: z.int() });

export const PublicationPreview = z.object({
  fingerprint: z.string(),
  effectiveOn: LocalDate,
  counts: CountsView,
  changes: z.array(ChangeLineView),
  exceptions: z.array(ExceptionView),
  clashes: z.array(ClashView),
  /** Lessons of the draft without a place; they are not published. */
  unplaced: z.array(z.object({ courseId: Id, subjectName: z.string(), groupName: z.string(), nth: z.int() })),
  /** Lessons of courses without a teacher. */
  withoutTeacher: z.int(),
  /** Everybody who will be told, in the order of their names. */
  told: z.array(
    z.object({
      personId: Id,
      name: z.string(),
      as: z.enum(['student', 'guardian', 'teacher']),
      /** The child whose lessons change, for a guardian. */
      childName: z.string().nullable(),
      changes: z.int(),
    }),
  ),
  may: z.object({ publish: z.boolean() }),
});
export type PublicationPreview = z.infer<typeof PublicationPreview>;

export const PublicationStarted = z.object({
  id: Id,
  jobId: Id,
  number: z.int(),
  state: z.enum(['publishing', 'removing', 'published']),
});
export type PublicationStarted = z.infer<typeof PublicationStarted>;

export const PublicationView = z.object({
  id: Id,
  termId: Id,
  number: z.int(),
  effectiveOn: LocalDate,
  state: z.enum(['publishing', 'removing', 'published']),
  jobId: Id.nullable(),
  publishedAt: instant.nullable(),
  publishedByName: z.string().nullable(),
  groupIds: z.array(Id),
  counts: CountsView,
  changes: z.array(ChangeLineView),
  exceptions: z.array(ExceptionView),
  /** Lessons in which somebody is in two places, or that have no meeting room. */
  problems: z.array(
    z.object({
      kind: z.enum(['taken', 'no-room', 'changed-meanwhile']),
      lessonId: Id,
      courseId: Id,
      subjectName: z.string(),
      startsAt: instant.nullable(),
      personId: Id.nullable(),
      personName: z.string().nullable(),
    }),
  ),
  may: z.object({ cancel: z.boolean() }),
});
export type PublicationView = z.infer<typeof PublicationView>;

export const PublicationParams = z.strictObject({ publicationId: Id });
export const ExceptionParams = z.strictObject({ exceptionId: Id });
export const PublicationList = z.object({
  items: z.array(
    PublicationView.pick({ id: true, termId: true, number: true, effectiveOn: true, publishedAt: true, counts: true }),
  ),
});
export type PublicationList = z.infer<typeof PublicationList>;
