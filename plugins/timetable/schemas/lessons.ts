import { z } from 'zod';
import { Id, Line, LocalDate, WallTime } from '../../../server/people/api.ts';
import { substituteKinds } from '../domain/compose/substitute.ts';
import { MeetingBrief } from './meetings.ts';

const instant = z.iso.datetime();

/** What clocks of a zone show. */
export const LocalSpan = z.object({ on: z.string(), startsTime: z.string(), endsTime: z.string(), zone: z.string() });

export const LessonView = z.object({
  id: Id,
  startsAt: instant,
  endsAt: instant,
  /** On the reader's own clock. */
  local: LocalSpan,
  /** On the group's clock. */
  atGroup: LocalSpan,
  group: z.object({ id: Id, name: z.string() }),
  course: z.object({ id: Id, subjectName: z.string(), subgroupName: z.string().nullable() }),
  teacher: z.object({ id: Id, name: z.string() }).nullable(),
  /** Null when it is cancelled, or the group has no meeting link. */
  joinUrl: z.string().nullable(),
  state: z.enum(['planned', 'cancelled']),
  /** Moved for itself, away from the weekly timetable. */
  isMoved: z.boolean(),
  /** Where it was before its last move. */
  movedFrom: z.object({ startsAt: instant, local: LocalSpan }).nullable(),
  sequence: z.int(),
  revision: z.int(),
  /** The open request for another time. */
  reschedule: z
    .object({ id: Id, state: z.enum(['asked', 'proposed', 'agreed']), startsAt: instant.nullable() })
    .nullable(),
  /** Students who need not come, as far as the reader sees them, and what each gets instead. */
  excused: z.array(
    z.object({
      student: z.object({ id: Id, name: z.string() }),
      substitute: z.object({ kind: z.enum(substituteKinds), text: z.string() }),
      acceptedBy: z.string(),
    }),
  ),
  may: z.object({
    askReschedule: z.boolean(),
    /** Ask for it to be held anew. */
    askAnew: z.boolean(),
    move: z.boolean(),
    cancel: z.boolean(),
    takeBack: z.boolean(),
  }),
});
export type LessonView = z.infer<typeof LessonView>;

/** How many days from which local date, in the reader's zone. */
export const WeekQuery = z.strictObject({
  from: LocalDate.optional(),
  days: z.coerce.number().int().min(1).max(42).default(7),
});
export type WeekQuery = z.infer<typeof WeekQuery>;

const Range = { from: z.string(), days: z.int(), zone: z.string() };

export const PersonWeek = z.object({
  ...Range,
  person: z.object({ id: Id, name: z.string() }),
  lessons: z.array(LessonView),
  next: LessonView.nullable(),
});
export type PersonWeek = z.infer<typeof PersonWeek>;

export const GroupWeek = z.object({
  ...Range,
  group: z.object({ id: Id, name: z.string(), zone: z.string() }),
  lessons: z.array(LessonView),
  next: LessonView.nullable(),
});
export type GroupWeek = z.infer<typeof GroupWeek>;

/** One's own lessons, and those of each child apart. */
export const OwnWeek = z.object({
  ...Range,
  sections: z.array(
    z.object({
      /** `learning`: as a student; `teaching`: as a teacher; `child`: lessons of a child. */
      as: z.enum(['learning', 'teaching', 'child']),
      person: z.object({ id: Id, name: z.string() }),
      lessons: z.array(LessonView),
      next: LessonView.nullable(),
    }),
  ),
  /** Meetings to which the reader, or a child of the reader, is invited. */
  meetings: z.array(MeetingBrief),
  /** Groups whose week the reader may open as well. */
  groups: z.array(z.object({ id: Id, name: z.string() })),
});
export type OwnWeek = z.infer<typeof OwnWeek>;

const Placed = z.object({ startsAt: instant, endsAt: instant, teacherName: z.string().nullable() }).nullable();

export const LessonDetail = LessonView.extend({
  /** Who came, as the video server told afterwards, as far as the reader sees them. */
  attendance: z.array(
    z.object({
      person: z.object({ id: Id, name: z.string() }),
      joinedAt: instant,
      leftAt: instant,
      minutes: z.int(),
    }),
  ),
  history: z.array(
    z.object({
      what: z.enum(['moved', 'cancelled', 'restored']),
      from: Placed,
      to: Placed,
      byName: z.string().nullable(),
      at: instant,
      reason: z.string().nullable(),
      /** Whether it was done for the whole timetable, on request, or for this lesson by hand. */
      how: z.enum(['publication', 'reschedule', 'by-hand']),
    }),
  ),
});
export type LessonDetail = z.infer<typeof LessonDetail>;

export const LessonParams = z.strictObject({ lessonId: Id });
export const StudentParams = z.strictObject({ studentId: Id });
export const TeacherParams = z.strictObject({ teacherId: Id });
export const GroupParams = z.strictObject({ groupId: Id });

/** Another time, on the wall clock of the group. */
export const SlotRequest = z.strictObject({ on: LocalDate, time: WallTime });
export type SlotRequest = z.infer<typeof SlotRequest>;

export const MoveLesson = SlotRequest.extend({
  reason: Line.optional(),
  /** People who are taken or cannot be online then, seen in the preview and accepted by name. */
  acceptedPersonIds: z.array(Id).max(500).default([]),
});
export type MoveLesson = z.infer<typeof MoveLesson>;

export const CancelLesson = z.strictObject({ reason: Line });
export type CancelLesson = z.infer<typeof CancelLesson>;

export const Blocked = z.object({
  personId: Id,
  name: z.string(),
  /** `taken`: in another commitment; the rest: why the person cannot be online. */
  reason: z.enum(['taken', 'no-window', 'busy-at-home-school', 'exception', 'shared-device']),
  startsAt: instant,
  endsAt: instant,
});
export type Blocked = z.infer<typeof Blocked>;

export const MovePreview = z.object({
  startsAt: instant,
  endsAt: instant,
  /** Nobody has another commitment then, and a meeting room is left. */
  isFree: z.boolean(),
  hasRoom: z.boolean(),
  blocked: z.array(Blocked),
  /** How many will be told. */
  told: z.int(),
});
export type MovePreview = z.infer<typeof MovePreview>;

/** The provider's own address for this person; it is used at once and kept nowhere. */
export const RoomEntry = z.object({ url: z.url() });
export type RoomEntry = z.infer<typeof RoomEntry>;
