import { z } from 'zod';
import { FileView } from '../../../server/files/api.ts';
import { Id, LocalDate, WallTime } from '../../../server/people/api.ts';
import { reasonKinds, requestKinds, rescheduleStates, stepKinds } from '../domain/reschedule/reschedule.ts';
import { LocalSpan, SlotRequest } from './lessons.ts';

const instant = z.iso.datetime();

/** Some sentences of a person, without control characters but for line ends. */
const Words = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .regex(/^[^\p{Cc}\n]*(\n[^\p{Cc}\n]*)*$/u);

/** Hours that would suit, on the group's clock. */
const WishedWindow = z
  .strictObject({ on: LocalDate, from: WallTime, to: WallTime })
  .refine(({ from, to }) => from < to, { path: ['to'] });

/** A time for the lesson, and for others that make room for it. */
export const ProposeSlot = SlotRequest.extend({
  alongside: z
    .array(SlotRequest.extend({ lessonId: Id }))
    .max(2)
    .optional(),
});
export type ProposeSlot = z.infer<typeof ProposeSlot>;

export const AskReschedule = z.strictObject({
  /** `anew`: the lesson was missed and is to be held once more. */
  kind: z.enum(requestKinds).default('move'),
  /** Of a missed lesson: for the whole group, not for the student alone. */
  isForGroup: z.boolean().default(false),
  reasonKind: z.enum(reasonKinds).default('other'),
  reason: Words,
  /** When it would suit, in own words. */
  wish: Words.optional(),
  windows: z.array(WishedWindow).max(10).default([]),
  /** The student, or the teacher, for whom it is asked; oneself, or the only child in this lesson, unless told. */
  forPersonId: Id.optional(),
  /** A time to put to the teacher at once. */
  slot: ProposeSlot.optional(),
  /** Files that were uploaded for it. */
  fileIds: z.array(Id).max(10).default([]),
});
export type AskReschedule = z.infer<typeof AskReschedule>;
/** What has to be sent. */
export type AskRescheduleInput = z.input<typeof AskReschedule>;

export const AnswerReschedule = z.strictObject({ consent: z.boolean(), note: Words.optional() });
export type AnswerReschedule = z.infer<typeof AnswerReschedule>;

export const CounterProposal = SlotRequest.extend({ note: Words.optional() });
export type CounterProposal = z.infer<typeof CounterProposal>;

export const ConfirmReschedule = z.strictObject({ confirm: z.boolean(), note: Words.optional() });
export type ConfirmReschedule = z.infer<typeof ConfirmReschedule>;

export const WithdrawReschedule = z.strictObject({ note: Words.optional() });
export type WithdrawReschedule = z.infer<typeof WithdrawReschedule>;

const Span = z.object({ startsAt: instant, endsAt: instant, local: LocalSpan });

export const RescheduleView = z.object({
  id: Id,
  kind: z.enum(requestKinds),
  isForGroup: z.boolean(),
  state: z.enum(rescheduleStates),
  /** Whose turn it is, and until when; null when nobody has to do anything. */
  owner: z.enum(['teacher', 'tutor', 'coordinator']).nullable(),
  dueAt: instant.nullable(),
  lesson: z.object({
    id: Id,
    subjectName: z.string(),
    groupName: z.string(),
    teacherName: z.string(),
    /** Where the lesson is now. */
    now: Span,
    isCancelled: z.boolean(),
  }),
  /** These are null for a teacher who is only asked to make room: it is not their business whose wish it is. */
  forPerson: z.object({ id: Id, name: z.string() }).nullable(),
  askedBy: z.object({ id: Id, name: z.string() }).nullable(),
  reasonKind: z.enum(reasonKinds).nullable(),
  reason: z.string().nullable(),
  wish: z.string().nullable(),
  windows: z.array(z.object({ on: LocalDate, from: z.string(), to: z.string() })),
  files: z.array(FileView),
  /** Where the lesson was when it was asked for. */
  from: Span,
  /** The time that is proposed. */
  slot: Span.nullable(),
  /** The teacher answered with this time. */
  isCountered: z.boolean(),
  /** All lessons that the proposal moves, this one first, as far as the reader teaches or sees them. */
  moves: z.array(
    z.object({
      lessonId: Id,
      subjectName: z.string(),
      groupName: z.string(),
      teacherName: z.string(),
      from: Span,
      to: Span,
      isAgreed: z.boolean(),
      isMine: z.boolean(),
    }),
  ),
  /** The lesson that is held anew. */
  newLessonId: Id.nullable(),
  steps: z.array(
    z.object({
      what: z.enum(stepKinds),
      byName: z.string().nullable(),
      at: instant,
      startsAt: instant.nullable(),
      note: z.string().nullable(),
    }),
  ),
  revision: z.int(),
  /** Whether the reader is the one who has to do something now. */
  isWaitingForMe: z.boolean(),
  may: z.object({
    answer: z.boolean(),
    counter: z.boolean(),
    propose: z.boolean(),
    confirm: z.boolean(),
    withdraw: z.boolean(),
    revive: z.boolean(),
  }),
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
        personIds: z.array(Id),
        names: z.array(z.string()),
      }),
      z.object({ kind: z.literal('wished') }),
      /** Lessons that the fullest student then has on that day. */
      z.object({ kind: z.literal('load'), lessons: z.int() }),
      /** Free hours between lessons, more (above 0) or fewer. */
      z.object({ kind: z.literal('gaps'), change: z.int() }),
      /** The subject is then twice on one day. */
      z.object({ kind: z.literal('twice') }),
      /** What the timetable's score changes by, in the points of the workbench; below 0 it gets better. */
      z.object({ kind: z.literal('score'), change: z.number() }),
      z.object({ kind: z.literal('same-day') }),
      z.object({ kind: z.literal('days-earlier'), days: z.int() }),
      z.object({ kind: z.literal('days-later'), days: z.int() }),
    ]),
  ),
});
export type FreeSlotView = z.infer<typeof FreeSlotView>;

/** Other lessons that would make room, the one that is asked about first; proposed as `alongside`. */
export const ChainView = z.object({
  disturbed: z.int(),
  moves: z.array(
    z.object({
      lessonId: Id,
      subjectName: z.string(),
      groupName: z.string(),
      teacherName: z.string(),
      from: z.object({ startsAt: instant, local: LocalSpan }),
      on: LocalDate,
      time: z.string(),
      startsAt: instant,
      endsAt: instant,
      local: LocalSpan,
      /** How many students cannot be online then. */
      absent: z.int(),
    }),
  ),
});
export type ChainView = z.infer<typeof ChainView>;

export const FreeSlotsQuery = z.strictObject({
  kind: z.enum(requestKinds).default('move'),
  /** With `anew`: for this student alone. */
  forPersonId: Id.optional(),
});
export type FreeSlotsQuery = z.infer<typeof FreeSlotsQuery>;

export const FreeSlots = z.object({
  items: z.array(FreeSlotView),
  /** Only when no time is free for everybody, and only for those who may change the lessons. */
  chains: z.array(ChainView),
  /** How far was looked, in the group's zone. */
  fromOn: LocalDate,
  untilOn: LocalDate,
});
export type FreeSlots = z.infer<typeof FreeSlots>;
