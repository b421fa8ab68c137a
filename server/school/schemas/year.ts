import { z } from 'zod';
import { Grade, Id, Line, LocalDate } from '../../people/api.ts';
import { groupActs, itemKinds } from '../domain/yearPlan.ts';

const GroupChoice = z.strictObject({ groupId: Id, act: z.enum(groupActs), name: Line.optional() });

/** How one school year becomes the next; groups that are not named do as their grade says. */
export const YearChoicesInput = z.strictObject({
  beginsOn: LocalDate,
  lastGrade: Grade.default(11),
  groups: z.array(GroupChoice).max(500).default([]),
  subgroups: z
    .array(z.strictObject({ subgroupId: Id, name: Line }))
    .max(2000)
    .default([]),
  leaverIds: z.array(Id).max(2000).default([]),
  arrivals: z
    .array(z.strictObject({ personId: Id, groupId: Id }))
    .max(2000)
    .default([]),
  endCourses: z.boolean().default(true),
});
export type YearChoicesInput = z.infer<typeof YearChoicesInput>;

export const YearCommit = z.strictObject({ ...YearChoicesInput.shape, fingerprint: z.string().length(64) });
export type YearCommit = z.infer<typeof YearCommit>;

export const YearCounts = z.object({
  promoted: z.int(),
  archived: z.int(),
  students: z.int(),
  leave: z.int(),
  arrive: z.int(),
  courses: z.int(),
});
export type YearCounts = z.infer<typeof YearCounts>;

/** What would be done. `fingerprint` goes back with the commit, which does exactly this or nothing. */
export const YearPlan = z.object({
  beginsOn: z.string(),
  groups: z.array(
    z.object({
      groupId: z.uuid(),
      name: z.string(),
      grade: z.int(),
      act: z.enum(groupActs),
      newName: z.string().nullable(),
      newGrade: z.int().nullable(),
      /** Of a promoted group. */
      subgroups: z.array(z.object({ id: z.uuid(), name: z.string(), newName: z.string() })),
      students: z.int(),
      courses: z.int(),
    }),
  ),
  /** Students who leave their group. */
  leavers: z.array(z.object({ id: z.uuid(), name: z.string(), groupName: z.string() })),
  /** Students who have no group on the first day. */
  withoutGroup: z.array(z.object({ id: z.uuid(), name: z.string(), grade: z.int() })),
  /** Members in another grade than their group, whose grade stays. */
  otherGrade: z.array(z.object({ id: z.uuid(), name: z.string(), grade: z.int() })),
  counts: YearCounts,
  fingerprint: z.string(),
});
export type YearPlan = z.infer<typeof YearPlan>;

const Kept = z.object({ kind: z.enum(itemKinds), name: z.string() });
export const YearChangeView = z.object({
  id: z.uuid(),
  beginsOn: z.string(),
  madeBy: z.string().nullable(),
  madeAt: z.iso.datetime(),
  undoneAt: z.iso.datetime().nullable(),
  counts: YearCounts,
  /** What an undo left as it was, because somebody had changed it since. */
  kept: z.array(Kept),
  may: z.object({ undo: z.boolean() }),
});
export type YearChangeView = z.infer<typeof YearChangeView>;
export const YearChangeList = z.object({ items: z.array(YearChangeView) });
export type YearChangeList = z.infer<typeof YearChangeList>;
export const YearChangePath = z.strictObject({ yearChangeId: Id });

const Past = z.object({ name: z.string(), fromOn: z.string().nullable(), untilOn: z.string().nullable() });
/** What was, with dates; what goes on has no end. */
export const SchoolHistory = z.object({
  items: z.array(z.object({ kind: z.enum(['name', 'group', 'member', 'tutor', 'course']), ...Past.shape })),
});
export type SchoolHistory = z.infer<typeof SchoolHistory>;
