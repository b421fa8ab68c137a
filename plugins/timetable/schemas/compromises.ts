import { z } from 'zod';
import { Id, Weekday } from '../../../server/people/api.ts';
import { substituteKinds } from '../domain/compose/substitute.ts';
import { Hour } from './drafts.ts';
import { PersonBlocker, PersonRef } from './explanation.ts';

const instant = z.iso.datetime();

const At = { weekday: z.int(), hour: z.int(), startsTime: z.string() };

export const ViewerTime = z.object({
  weekday: z.int(),
  startsTime: z.string(),
  endsTime: z.string(),
  /** Parts of the term in which it is so; empty when it is so during the whole term. */
  periods: z.array(z.object({ fromOn: z.string(), untilOn: z.string() })),
});

/** Why no place suits everybody, and what could be done instead; the fairest first. */
export const CompromiseOffers = z.object({
  revision: z.int(),
  /** No place of the grid suits everybody: `proof` says of each place why. */
  isImpossible: z.boolean(),
  proof: z.array(z.object({ ...At, isBreak: z.boolean(), people: z.array(PersonBlocker) })),
  /** If one person could be online at that time, everybody could. */
  windows: z.array(
    z.object({
      ...At,
      person: PersonRef,
      role: z.enum(['teacher', 'student']),
      reason: z.enum(['no-window', 'busy-at-home-school']),
      /** The time on that person's own clock. */
      times: z.array(ViewerTime),
    }),
  ),
  /** Held without some students. */
  absences: z.array(
    z.object({
      ...At,
      absences: z.array(z.object({ studentId: Id, person: PersonRef, total: z.int() })),
      worst: z.int(),
      sum: z.int(),
    }),
  ),
  /** Held twice, each time for a part of the students. */
  splits: z.array(
    z.object({
      parts: z.array(
        z.object({
          ...At,
          subgroupId: Id.nullable(),
          subgroupName: z.string().nullable(),
          studentIds: z.array(Id),
          /** In the order of the ids. */
          students: z.array(PersonRef),
        }),
      ),
    }),
  ),
});
export type CompromiseOffers = z.infer<typeof CompromiseOffers>;

const Substitute = z.strictObject({
  kind: z.enum(substituteKinds),
  /** What the student gets instead, in the words of who accepts it. */
  text: z.string().trim().min(1).max(500),
});

/** Accepts that students are absent, each with a substitute. `group`: from whatever the group has in that hour. */
export const AcceptedCompromise = z.strictObject({
  weekday: Weekday,
  hour: Hour,
  for: z.enum(['lesson', 'group']).default('lesson'),
  absences: z
    .array(z.strictObject({ studentId: Id, substitute: Substitute }))
    .min(1)
    .max(200),
});
export type AcceptedCompromise = z.infer<typeof AcceptedCompromise>;

/** Hours that a student or a guardian agreed to: those of one place of the lesson. */
export const AgreedWindow = z.strictObject({ studentId: Id, agreedWithId: Id, weekday: Weekday, hour: Hour });
export type AgreedWindow = z.infer<typeof AgreedWindow>;

export const CompromiseParams = z.strictObject({ draftId: Id, compromiseId: Id });
export type CompromiseParams = z.infer<typeof CompromiseParams>;

export const CompromiseView = z.object({
  id: Id,
  groupId: Id,
  groupName: z.string().nullable(),
  /** Null for whatever the group has in that hour. */
  courseId: Id.nullable(),
  subjectName: z.string().nullable(),
  nth: z.int().nullable(),
  studentId: Id,
  student: PersonRef,
  weekday: z.int(),
  hour: z.int(),
  substitute: z.object({ kind: z.enum(substituteKinds), text: z.string() }),
  state: z.enum(['accepted', 'withdrawn']),
  acceptedBy: z.string(),
  acceptedAt: instant,
  withdrawnBy: z.string().nullable(),
  withdrawnAt: instant.nullable(),
  may: z.object({ withdraw: z.boolean() }),
});
export type CompromiseView = z.infer<typeof CompromiseView>;

export const CompromiseList = z.object({ revision: z.int(), items: z.array(CompromiseView) });
export type CompromiseList = z.infer<typeof CompromiseList>;
