import { z } from 'zod';
import { PersonBrief } from './common.ts';

export const BoardKindName = z.enum([
  'school',
  'group',
  'subgroup',
  'guardians',
  'group-staff',
  'subject',
  'progress',
  'council',
  'case',
]);

export const BoardPath = z.strictObject({ boardId: z.uuid() });

export const BoardsQuery = z.strictObject({
  groupId: z.uuid().optional(),
  studentId: z.uuid().optional(),
  /** `progress` threads are many: they are listed apart. */
  part: z.enum(['boards', 'progress']).default('boards'),
  page: z.coerce.number().int().min(0).max(1000).default(0),
});
export type BoardsQuery = z.infer<typeof BoardsQuery>;

/** A board by what it belongs to; the client makes its name of that. */
export const BoardBrief = z.object({
  id: z.uuid(),
  kind: BoardKindName,
  name: z.string().nullable(),
  group: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  subgroup: z.string().nullable(),
  subject: z.string().nullable(),
  student: PersonBrief.nullable(),
});
export type BoardBrief = z.infer<typeof BoardBrief>;

export const BoardItem = z.object({ ...BoardBrief.shape, /** Topics with something new. */ unread: z.int() });
export type BoardItem = z.infer<typeof BoardItem>;

export const BoardList = z.object({
  items: z.array(BoardItem),
  hasMore: z.boolean(),
  may: z.object({ holdCouncils: z.boolean(), holdCases: z.boolean() }),
});
export type BoardList = z.infer<typeof BoardList>;

/** Who reads what is written here: shown before anything is sent. */
export const Audience = z.object({
  students: z.int(),
  guardians: z.int(),
  /** By name where few read it: a progress thread, a case. */
  guardianNames: z.array(z.string()),
  tutors: z.array(z.string()),
  teachers: z.array(z.string()),
  guests: z.array(PersonBrief),
  /** Whether the student reads their own progress thread. */
  studentReads: z.boolean(),
  /** Roles that see it by their office. */
  overseers: z.array(z.enum(['admin', 'coordinator', 'head', 'lead-tutor', 'psychologist'])),
  everybody: z.enum(['school', 'staff']).nullable(),
});
export type Audience = z.infer<typeof Audience>;

export const BoardView = z.object({
  ...BoardBrief.shape,
  audience: Audience,
  may: z.object({
    open: z.boolean(),
    reply: z.boolean(),
    keep: z.boolean(),
    /** Invite staff by name, and open a progress thread to its student. */
    invite: z.boolean(),
    openToStudent: z.boolean(),
  }),
});
export type BoardView = z.infer<typeof BoardView>;

const Name = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}]*$/u);

export const NewCouncil = z.strictObject({ name: Name });
export const NewCase = z.strictObject({ name: Name, studentId: z.uuid(), guestIds: z.array(z.uuid()).max(30) });
export type NewCase = z.infer<typeof NewCase>;

export const GuestPath = z.strictObject({ boardId: z.uuid(), personId: z.uuid() });
export const OpenToStudent = z.strictObject({ mayStudentRead: z.boolean() });
