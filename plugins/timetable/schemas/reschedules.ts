import { z } from 'zod';
import { Id, LocalDate } from '../../../server/people/api.ts';
import { LocalSpan, SlotRequest } from './lessons.ts';

const instant = z.iso.datetime();

/** Some sentences of a person, without control characters but for line ends. */
const Words = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .regex(/^[^\p{Cc}\n]*(\n[^\p{Cc}\n]*)*$/u);

export const AskReschedule = z.strictObject({
  reason: Words,
  /** When it would suit, in own words. */
  wish: Words.optional(),
  /** The student, or the teacher, for whom it is asked; oneself, or the only child in this lesson, unless told. */
  forPersonId: Id.optional(),
  /** A time to put to the teacher at once. */
  slot: SlotRequest.optional(),
});
export type AskReschedule = z.infer<typeof AskReschedule>;

export const AnswerReschedule = z.strictObject({ consent: z.boolean(), note: Words.optional() });
export type AnswerReschedule = z.infer<typeof AnswerReschedule>;

export const WithdrawReschedule = z.strictObject({ note: Words.optional() });
export type WithdrawReschedule = z.infer<typeof WithdrawReschedule>;

export const RescheduleState = z.enum(['asked', 'proposed', 'done', 'declined', 'withdrawn', 'lapsed']);

const Span = z.object({ startsAt: instant, endsAt: instant, local: LocalSpan });

export const RescheduleView = z.object({
  id: Id,
  state: RescheduleState,
  lesson: z.object({
    id: Id,
    subjectName: z.string(),
    groupName: z.string(),
    teacherName: z.string(),
    /** Where the lesson is now. */
    now: Span,
    isCancelled: z.boolean(),
  }),
  forPerson: z.object({ id: Id, name: z.string() }),
  askedBy: z.object({ id: Id, name: z.string() }),
  reason: z.string(),
  wish: z.string().nullable(),
  /** Where the lesson was when it was asked for. */
  from: Span,
  /** The time put to the teacher. */
  slot: Span.nullable(),
  answerUntil: instant.nullable(),
  steps: z.array(
    z.object({
      what: z.enum(['asked', 'proposed', 'consented', 'declined', 'withdrawn', 'lapsed', 'revived']),
      byName: z.string().nullable(),
      at: instant,
      startsAt: instant.nullable(),
      note: z.string().nullable(),
    }),
  ),
  revision: z.int(),
  /** Whether the reader is the one who has to do something now. */
  isWaitingForMe: z.boolean(),
  may: z.object({ answer: z.boolean(), propose: z.boolean(), withdraw: z.boolean(), revive: z.boolean() }),
});
export type RescheduleView = z.infer<typeof RescheduleView>;

export const RescheduleQuery = z.strictObject({ state: z.enum(['open', 'ended']).default('open') });
export type RescheduleQuery = z.infer<typeof RescheduleQuery>;

export const RescheduleList = z.object({ items: z.array(RescheduleView) });
export type RescheduleList = z.infer<typeof RescheduleList>;

export const RescheduleParams = z.strictObject({ rescheduleId: Id });

export const FreeSlotView = z.object({
  /** On the group's clock: what a proposal sends. */
  on: LocalDate,
  time: z.string(),
  startsAt: instant,
  endsAt: instant,
  local: LocalSpan,
  /** Why it stands where it stands, most important first. */
  reasons: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('all-can-attend') }),
      z.object({
        kind: z.literal('absences'),
        count: z.int(),
        /** Only for those who look after the group. */
        names: z.array(z.string()),
      }),
      z.object({ kind: z.literal('same-day') }),
      z.object({ kind: z.literal('days-earlier'), days: z.int() }),
      z.object({ kind: z.literal('days-later'), days: z.int() }),
    ]),
  ),
});
export type FreeSlotView = z.infer<typeof FreeSlotView>;

export const FreeSlots = z.object({
  items: z.array(FreeSlotView),
  /** How far was looked, in the group's zone. */
  fromOn: LocalDate,
  untilOn: LocalDate,
});
export type FreeSlots = z.infer<typeof FreeSlots>;
