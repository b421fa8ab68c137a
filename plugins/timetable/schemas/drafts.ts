import { z } from 'zod';
import { Id, Line, Weekday } from '../../../server/people/api.ts';

/** The number of an hour within a day of a group's grid. */
export const Hour = z.int().min(1).max(24);
export const Nth = z.int().min(1).max(40);
const instant = z.iso.datetime();
const seed = z.int().min(0).max(2_147_483_647);

/** What a tutor decides about a whole draft; null means without limit. */
export const DraftRules = z.strictObject({
  /** Lessons that may be held at once, over all groups of the school. */
  meetingRooms: z.int().min(1).max(1000).nullable(),
  /** Most hours of a student's day. */
  lessonsADay: z.int().min(1).max(24),
  /** Most hours of a student without a break. */
  lessonsInARow: z.int().min(1).max(24).nullable(),
  teacherLessonsADay: z.int().min(1).max(24).nullable(),
  /** Hours in which no lesson is held; weekday null means every day. */
  breaks: z.array(z.strictObject({ weekday: Weekday.nullable(), hour: Hour })).max(100),
});
export type DraftRules = z.infer<typeof DraftRules>;

export const NewDraft = z.strictObject({
  termId: Id,
  groupIds: z.array(Id).min(1).max(200),
  name: Line,
  /** `published`: begin from the timetable that holds now; groups without one begin empty. */
  from: z.enum(['published', 'empty']).default('published'),
  seed: seed.default(1),
  /** What is left out is as usual. */
  rules: DraftRules.partial().default({}),
});
export type NewDraft = z.infer<typeof NewDraft>;

export const DraftChange = z.strictObject({
  name: Line.optional(),
  seed: seed.optional(),
  rules: DraftRules.partial().optional(),
});
export type DraftChange = z.infer<typeof DraftChange>;

export const DraftParams = z.strictObject({ draftId: Id });
export type DraftParams = z.infer<typeof DraftParams>;

export const DraftQuery = z.strictObject({ groupId: Id.optional(), teacherId: Id.optional() });
export type DraftQuery = z.infer<typeof DraftQuery>;

export const draftStates = ['draft', 'discarded', 'published'] as const;

export const DraftListQuery = z.strictObject({ termId: Id.optional(), state: z.enum(draftStates).optional() });
export type DraftListQuery = z.infer<typeof DraftListQuery>;

export const DraftMay = z.object({
  change: z.boolean(),
  solve: z.boolean(),
  undo: z.boolean(),
  redo: z.boolean(),
  discard: z.boolean(),
});

export const DraftSummary = z.object({
  id: Id,
  termId: Id,
  name: z.string(),
  state: z.enum(draftStates),
  revision: z.int(),
  groups: z.array(z.object({ id: Id, name: z.string() })),
  lessons: z.object({ placed: z.int(), total: z.int() }),
  createdBy: z.object({ id: Id, name: z.string() }),
  createdAt: instant,
  basePublicationId: Id.nullable(),
});
export type DraftSummary = z.infer<typeof DraftSummary>;

export const DraftList = z.object({ items: z.array(DraftSummary) });
export type DraftList = z.infer<typeof DraftList>;

export const DraftLesson = z.object({
  courseId: Id,
  nth: z.int(),
  groupId: Id,
  groupName: z.string(),
  subgroupId: Id.nullable(),
  subgroupName: z.string().nullable(),
  subjectName: z.string(),
  teacherId: Id.nullable(),
  teacherName: z.string().nullable(),
  /** Null while the lesson has no place. Wall time in the group's zone. */
  weekday: z.int().nullable(),
  hour: z.int().nullable(),
  startsTime: z.string().nullable(),
  minutes: z.int(),
  /** Hours of the grid that it takes. */
  hours: z.int(),
  isLocked: z.boolean(),
  /** Somebody cannot be there, or something clashes: facts changed after the lesson was placed. */
  isBroken: z.boolean(),
});
export type DraftLesson = z.infer<typeof DraftLesson>;

export const DraftGrid = z.object({
  groupId: Id,
  zone: z.string(),
  places: z.array(z.object({ weekday: z.int(), hour: z.int(), startsTime: z.string(), minutes: z.int() })),
});

export const Draft = DraftSummary.extend({
  seed: z.int(),
  rules: z.object(DraftRules.shape),
  /** The job that solves it or did so last; null when none was started. */
  solvingJobId: Id.nullable(),
  grids: z.array(DraftGrid),
  items: z.array(DraftLesson),
  score: z.object({ hard: z.number(), soft: z.number() }),
  may: DraftMay,
});
export type Draft = z.infer<typeof Draft>;
