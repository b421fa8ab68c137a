import { z } from 'zod';
import { ExternalId, Grade, Id, Line, LocalDate, WallTime, Weekday, Zone } from '../../people/api.ts';

/* Input is strict, output strips. Dates are inclusive on both ends. */

const optionalExternalId = ExternalId.nullable();
const inOrder = (from: string | undefined, until: string | null | undefined): boolean =>
  from === undefined || until === undefined || until === null || from <= until;
const reversed = { params: { code: 'dates-reversed' } };

export const HomeSchoolView = z.object({
  id: z.uuid(),
  externalId: z.string().nullable(),
  name: z.string(),
  zone: z.string(),
  adultAge: z.int(),
  revision: z.int(),
});
export const HomeSchoolList = z.object({ items: z.array(HomeSchoolView) });
const AdultAge = z.int().min(14).max(25);
export const NewHomeSchool = z.strictObject({
  externalId: optionalExternalId.default(null),
  name: Line,
  zone: Zone,
  adultAge: AdultAge.default(18),
});
export type NewHomeSchool = z.infer<typeof NewHomeSchool>;
export const HomeSchoolChange = z.strictObject({
  externalId: optionalExternalId.optional(),
  name: Line.optional(),
  zone: Zone.optional(),
  adultAge: AdultAge.optional(),
});
export type HomeSchoolChange = z.infer<typeof HomeSchoolChange>;

export const SubjectView = z.object({ id: z.uuid(), name: z.string(), revision: z.int() });
export const SubjectList = z.object({ items: z.array(SubjectView) });
export const SubjectInput = z.strictObject({ name: Line });
export type SubjectInput = z.infer<typeof SubjectInput>;

const MeetingUrlTemplate = z
  .url({ protocol: /^https$/ })
  .max(500)
  .nullable();

export const NewGroup = z.strictObject({
  externalId: optionalExternalId.default(null),
  name: Line,
  grade: Grade,
  zone: Zone,
  meetingUrlTemplate: MeetingUrlTemplate.default(null),
});
export type NewGroup = z.infer<typeof NewGroup>;
export const GroupChange = z.strictObject({
  externalId: optionalExternalId.optional(),
  name: Line.optional(),
  grade: Grade.optional(),
  zone: Zone.optional(),
  meetingUrlTemplate: MeetingUrlTemplate.optional(),
  isActive: z.boolean().optional(),
});
export type GroupChange = z.infer<typeof GroupChange>;
export const GroupsQuery = z.strictObject({ active: z.enum(['true', 'false']).default('true') });

const Person = z.object({ personId: z.uuid(), name: z.string() });

export const GroupBrief = z.object({
  id: z.uuid(),
  externalId: z.string().nullable(),
  name: z.string(),
  grade: z.int(),
  zone: z.string(),
  isActive: z.boolean(),
  revision: z.int(),
  /** Students today or later. */
  students: z.int(),
  tutors: z.array(Person),
});
export type GroupBrief = z.infer<typeof GroupBrief>;
export const GroupList = z.object({ items: z.array(GroupBrief) });

export const CourseView = z.object({
  id: z.uuid(),
  externalId: z.string().nullable(),
  groupId: z.uuid(),
  groupName: z.string(),
  subgroupId: z.uuid().nullable(),
  subgroupName: z.string().nullable(),
  subjectId: z.uuid(),
  subjectName: z.string(),
  teacherId: z.uuid().nullable(),
  teacherName: z.string().nullable(),
  lessonsAWeek: z.int(),
  lessonMinutes: z.int(),
  isActive: z.boolean(),
  revision: z.int(),
});
export const CourseList = z.object({ items: z.array(CourseView) });
export const CoursesQuery = z.strictObject({ groupId: Id.optional(), teacherId: Id.optional() });
const Lessons = z.int().min(1).max(40);
const Minutes = z.int().min(5).max(240);
export const NewCourse = z.strictObject({
  externalId: optionalExternalId.default(null),
  groupId: Id,
  subgroupId: Id.nullable().default(null),
  subjectId: Id,
  teacherId: Id.nullable().default(null),
  lessonsAWeek: Lessons,
  lessonMinutes: Minutes,
});
export type NewCourse = z.infer<typeof NewCourse>;
export const CourseChange = z.strictObject({
  externalId: optionalExternalId.optional(),
  subgroupId: Id.nullable().optional(),
  subjectId: Id.optional(),
  teacherId: Id.nullable().optional(),
  lessonsAWeek: Lessons.optional(),
  lessonMinutes: Minutes.optional(),
  isActive: z.boolean().optional(),
});
export type CourseChange = z.infer<typeof CourseChange>;

const StayView = z.object({ ...Person.shape, fromOn: z.string(), untilOn: z.string().nullable() });
export const GroupView = z.object({
  ...GroupBrief.omit({ students: true, tutors: true }).shape,
  /** Null for those who only read. */
  meetingUrlTemplate: z.string().nullable(),
  /** Students whom the reader sees by name. `isReached`: the reader may open them. */
  members: z.array(z.object({ ...StayView.shape, isReached: z.boolean() })),
  subgroups: z.array(z.object({ id: z.uuid(), name: z.string(), revision: z.int(), memberIds: z.array(z.uuid()) })),
  tutors: z.array(StayView),
  courses: z.array(CourseView),
  may: z.object({ edit: z.boolean(), checkReadiness: z.boolean() }),
});
export type GroupView = z.infer<typeof GroupView>;

const days = { fromOn: LocalDate.optional(), untilOn: LocalDate.nullable().default(null) };
export const NewMembers = z
  .strictObject({ personIds: z.array(Id).min(1).max(200), ...days })
  .refine(({ fromOn, untilOn }) => inOrder(fromOn, untilOn), { path: ['untilOn'], ...reversed });
export type NewMembers = z.infer<typeof NewMembers>;
export const NewTutor = z
  .strictObject({ personId: Id, ...days })
  .refine(({ fromOn, untilOn }) => inOrder(fromOn, untilOn), { path: ['untilOn'], ...reversed });
export type NewTutor = z.infer<typeof NewTutor>;
/** `lastOn`: the last day in the group; left out, the stay ends at once. */
export const LeaveQuery = z.strictObject({ lastOn: LocalDate.optional() });

export const SubgroupInput = z.strictObject({ name: Line });
export const SubgroupMembers = z.strictObject({ personIds: z.array(Id).max(200) });

export const TermView = z.object({
  id: z.uuid(),
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  revision: z.int(),
});
export const TermList = z.object({ items: z.array(TermView) });
export const NewTerm = z
  .strictObject({ name: Line, startsOn: LocalDate, endsOn: LocalDate })
  .refine(({ startsOn, endsOn }) => inOrder(startsOn, endsOn), { path: ['endsOn'], ...reversed });
export type NewTerm = z.infer<typeof NewTerm>;

export const HolidayView = z.object({
  id: z.uuid(),
  name: z.string(),
  groupId: z.uuid().nullable(),
  fromOn: z.string(),
  untilOn: z.string(),
  revision: z.int(),
});
export const HolidayList = z.object({ items: z.array(HolidayView) });
export const HolidayInput = z
  .strictObject({ name: Line, groupId: Id.nullable().default(null), fromOn: LocalDate, untilOn: LocalDate })
  .refine(({ fromOn, untilOn }) => inOrder(fromOn, untilOn), { path: ['untilOn'], ...reversed });
export type HolidayInput = z.infer<typeof HolidayInput>;

export const GridPlaceInput = z.strictObject({
  weekday: Weekday,
  hour: z.int().min(1).max(24),
  startsTime: WallTime,
  minutes: Minutes,
});
export const GridInput = z.strictObject({ places: z.array(GridPlaceInput).max(168) });
export type GridInput = z.infer<typeof GridInput>;
export const GridView = z.object({
  items: z.array(z.object({ weekday: z.int(), hour: z.int(), startsTime: z.string(), minutes: z.int() })),
  zone: z.string(),
  /** The group's revision. */
  revision: z.int(),
});

export const Readiness = z.object({
  isReady: z.boolean(),
  /** The text of each is `readiness.<code>` in the locales of the module named by `source`. */
  items: z.array(
    z.object({
      source: z.string(),
      code: z.string(),
      blocks: z.boolean(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});

export const GroupParams = z.strictObject({ groupId: Id });
export const PersonParams = z.strictObject({ personId: Id });
export const GroupPersonParams = z.strictObject({ groupId: Id, personId: Id });
export const SubgroupParams = z.strictObject({ subgroupId: Id });
export const CourseParams = z.strictObject({ courseId: Id });
export const SubjectParams = z.strictObject({ subjectId: Id });
export const HomeSchoolParams = z.strictObject({ homeSchoolId: Id });
export const TermParams = z.strictObject({ termId: Id });
export const HolidayParams = z.strictObject({ holidayId: Id });
export const Done = z.object({});
