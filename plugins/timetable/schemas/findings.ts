import { z } from 'zod';
import { Id } from '../../../server/people/api.ts';
import { ruleNames } from '../domain/compose/explain.ts';
import { findingCodes } from '../domain/compose/finding.ts';
import { LessonRef, PersonRef } from './explanation.ts';

/** A rule and whom it is about; the text is `compose.bounds.<rule>`. */
const RuleRef = z.object({
  rule: z.enum(ruleNames),
  groupName: z.string().nullable(),
  /** The home school whose norm it is. */
  homeSchoolName: z.string().nullable(),
  subjectName: z.string().nullable(),
  teacher: PersonRef,
});

/** A change that would resolve it, by itself; the text is `compose.helps.<kind>`. */
const HelpView = z.object({
  kind: z.enum(['other-limit', 'without-rule', 'fewer']),
  rule: RuleRef.nullable(),
  /** The new limit, or how many lessons fewer. */
  count: z.int().nullable(),
});
export type HelpView = z.infer<typeof HelpView>;

/** Something that a tutor should know before solving; the text is `compose.findings.<code>` with the members as values. */
export const FindingView = z.object({
  code: z.enum(findingCodes),
  /** A whole timetable is impossible because of it. */
  isImpossible: z.boolean(),
  groupName: z.string().nullable(),
  /** The home school whose norm it is. */
  homeSchoolName: z.string().nullable(),
  subjectName: z.string().nullable(),
  teacher: PersonRef,
  lessons: z.array(LessonRef),
  /** Of the lessons, those for which a compromise is to be found. */
  leftOver: z.array(LessonRef),
  needed: z.int().nullable(),
  free: z.int().nullable(),
  minutes: z.int().nullable(),
  /** Who is in the way in how many of the `free` places, most often first. */
  people: z.array(z.object({ person: PersonRef, role: z.enum(['teacher', 'student']), places: z.int() })),
  /** Rules that exclude each other with the lessons, and what would help. */
  rules: z.array(RuleRef),
  helps: z.array(HelpView),
});
export type FindingView = z.infer<typeof FindingView>;

export const FairestView = z.object({
  items: z.array(
    z.object({
      lesson: LessonRef,
      weekday: z.int(),
      hour: z.int(),
      startsTime: z.string(),
      absent: z.array(z.object({ studentId: Id, person: PersonRef })),
    }),
  ),
  /** The largest number of absences that one student then has over the timetable, and the total of all. */
  worst: z.int(),
  sum: z.int(),
  /** Nothing fairer exists; otherwise nothing fairer was found in the time for it. */
  isProven: z.boolean(),
});

export const FindingList = z.object({
  revision: z.int(),
  items: z.array(FindingView),
  /** The fairest places for all lessons together that cannot suit everybody; null when there are none or nothing helps. */
  fairest: FairestView.nullable(),
});
export type FindingList = z.infer<typeof FindingList>;
