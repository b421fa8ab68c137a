import { z } from 'zod';
import { Weekday } from '../../../server/people/api.ts';
import { LessonParams } from './draftLessons.ts';
import { Hour } from './drafts.ts';
import { ConstraintView, PersonBlocker, PersonRef } from './explanation.ts';

/** A place for a lesson: who cannot be there and why, and what moving it there would do. */
export const LessonPlaceView = z.object({
  weekday: z.int(),
  hour: z.int(),
  startsTime: z.string(),
  isCurrent: z.boolean(),
  isAllowed: z.boolean(),
  people: z.array(PersonBlocker),
  isBreak: z.boolean(),
  /** Students whose absence was accepted. */
  excused: z.array(PersonRef),
  /** What else must not be broken and would be: clashes, the length of a day. */
  broken: z.array(ConstraintView),
  /** How much the score rises; below 0 is better. */
  hard: z.number(),
  soft: z.number(),
});
export type LessonPlaceView = z.infer<typeof LessonPlaceView>;

export const LessonPlaces = z.object({ revision: z.int(), items: z.array(LessonPlaceView) });
export type LessonPlaces = z.infer<typeof LessonPlaces>;

export const PlaceParams = LessonParams.extend({
  weekday: z.coerce.number().pipe(Weekday),
  hour: z.coerce.number().pipe(Hour),
});
export type PlaceParams = z.infer<typeof PlaceParams>;

/** The effect of a move before it is made. */
export const MovePreview = LessonPlaceView.extend({
  revision: z.int(),
  changes: z.array(z.object({ constraint: ConstraintView, change: z.number() })),
});
export type MovePreview = z.infer<typeof MovePreview>;
