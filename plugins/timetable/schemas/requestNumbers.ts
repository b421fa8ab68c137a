import { z } from 'zod';
import { Id, LocalDate } from '../../../server/people/api.ts';
import { reasonKinds } from '../domain/reschedule/reschedule.ts';

export const NumbersQuery = z.strictObject({ fromOn: LocalDate.optional(), untilOn: LocalDate.optional() });
export type NumbersQuery = z.infer<typeof NumbersQuery>;

/** How requests for another time went in some days. */
export const RequestNumbers = z.object({
  fromOn: LocalDate,
  untilOn: LocalDate,
  requests: z.int(),
  open: z.int(),
  /** Ended with the lesson held at another time. */
  solved: z.int(),
  byReason: z.array(z.object({ reason: z.enum(reasonKinds), requests: z.int() })),
  /** Hours between the proposal and the teacher's answer: the middle one, and the one that nine of ten stay below; null without any. */
  answerHours: z.object({ median: z.number(), p90: z.number() }).nullable(),
  /** Three requests and more: a reason to ask how things are, not a reproach. */
  often: z.array(z.object({ person: z.object({ id: Id, name: z.string() }), requests: z.int() })),
});
export type RequestNumbers = z.infer<typeof RequestNumbers>;
