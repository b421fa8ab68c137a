import { z } from 'zod';
import { Id, LocalDate } from '../../../server/people/api.ts';
import { LocalSpan, SlotRequest } from './lessons.ts';

const instant = z.iso.datetime();

export const AbsentTeacher = z
  .strictObject({ teacherId: Id, fromOn: LocalDate, untilOn: LocalDate })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, { path: ['untilOn'] });
export type AbsentTeacher = z.infer<typeof AbsentTeacher>;

const Option = z.discriminatedUnion('what', [
  z.object({ what: z.literal('substitute'), teacher: z.object({ id: Id, name: z.string() }) }),
  z.object({
    what: z.literal('move'),
    on: LocalDate,
    time: z.string(),
    startsAt: instant,
    /** Students who cannot be online then. */
    absent: z.int(),
  }),
  z.object({ what: z.literal('cancel') }),
]);
export type AbsenceOption = z.infer<typeof Option>;

export const AbsencePlan = z.object({
  teacher: z.object({ id: Id, name: z.string() }),
  lessons: z.array(
    z.object({
      id: Id,
      revision: z.int(),
      subjectName: z.string(),
      groupName: z.string(),
      startsAt: instant,
      local: LocalSpan,
      /** The suggested one first. */
      options: z.array(Option),
    }),
  ),
});
export type AbsencePlan = z.infer<typeof AbsencePlan>;

const Lesson = { lessonId: Id, revision: z.int() };

export const CoverAbsence = AbsentTeacher.safeExtend({
  lessons: z
    .array(
      z.discriminatedUnion('what', [
        z.strictObject({ ...Lesson, what: z.literal('substitute'), substituteId: Id }),
        z.strictObject({ ...Lesson, what: z.literal('move'), to: SlotRequest }),
        z.strictObject({ ...Lesson, what: z.literal('cancel') }),
      ]),
    )
    .min(1)
    .max(200),
});
export type CoverAbsence = z.infer<typeof CoverAbsence>;

export const AbsenceView = z.object({
  id: Id,
  teacher: z.object({ id: Id, name: z.string() }),
  fromOn: LocalDate,
  untilOn: LocalDate,
  madeBy: z.string(),
  madeAt: instant,
  lessons: z.int(),
  isUndone: z.boolean(),
});
export type AbsenceView = z.infer<typeof AbsenceView>;

export const AbsenceList = z.object({ items: z.array(AbsenceView) });
export type AbsenceList = z.infer<typeof AbsenceList>;

export const AbsenceParams = z.strictObject({ absenceId: Id });
