import { z } from 'zod';
import { Id, Weekday } from '../../../server/people/api.ts';
import { norms } from '../domain/norms/healthNorms.ts';
import { Hour } from './drafts.ts';

const Force = z.enum(norms);
const grade = z.int().min(1).max(12);

const GradeNorms = z.strictObject({
  fromGrade: grade,
  untilGrade: grade,
  lessonsADay: z.int().min(1).max(12),
  lessonsAWeek: z.int().min(1).max(60),
  screenMinutesADay: z.int().min(10).max(600),
  screenMinutesALesson: z.int().min(5).max(120),
});

/** What a school wants of every timetable for the sake of health. */
export const HealthNorms = z.strictObject({
  load: Force,
  screen: Force,
  heavy: Force,
  grades: z.array(GradeNorms).max(12),
  heavySubjectIds: z.array(Id).max(100),
  heavyWeekdays: z.array(Weekday).max(7),
  heavyFromHour: Hour,
  heavyUntilHour: Hour,
  breakMinutes: z.int().min(1).max(60).nullable(),
});
export type HealthNorms = z.infer<typeof HealthNorms>;

export const HealthNormsView = z.object({
  /** The usual ones while the school has none of its own; they are not in force then. */
  norms: z.object({ ...HealthNorms.shape, grades: z.array(z.object(GradeNorms.shape)) }),
  /** 0 while the school has none. */
  revision: z.int(),
  changedAt: z.iso.datetime().nullable(),
  may: z.object({ change: z.boolean() }),
});
export type HealthNormsView = z.infer<typeof HealthNormsView>;

const HomeSchoolRef = z.object({ id: Id, name: z.string() });

/** The norms of a home school's students: its own, or those of everybody. */
export const SchoolNormsView = HealthNormsView.extend({
  homeSchool: HomeSchoolRef,
  isOwn: z.boolean(),
});
export type SchoolNormsView = z.infer<typeof SchoolNormsView>;

export const SchoolNormsList = z.object({
  items: z.array(z.object({ homeSchool: HomeSchoolRef, isOwn: z.boolean() })),
});
export type SchoolNormsList = z.infer<typeof SchoolNormsList>;
