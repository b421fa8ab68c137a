import type { RescheduleState } from './reschedule.ts';

/** Hours between now and the earliest time that may be proposed. */
export const noticeHours = 3;
/** Days in which a time may be looked for. */
export const searchDays = 14;
/** Hours within which the teachers answer. */
export const answerHours = 48;
/** Hours within which the tutor chooses a time, or confirms one. */
const tutorHours = 24;
/** Days after a lesson in which it can be asked for anew. */
export const missedDays = 21;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export const earliestSlot = (now: Date): Date => new Date(now.getTime() + noticeHours * hourMs);

/** What a home school wants of requests for its students. */
export interface SchoolPolicy {
  /** Hours before a lesson until which a family may ask. */
  readonly noticeHours: number;
  /** Requests of one student in a term; null for as many as wanted. */
  readonly mostPerTerm: number | null;
  /** Which requests its coordinator confirms instead of the tutor. */
  readonly coordinatorFor: CoordinatorFor;
}

export const coordinatorChoices = ['none', 'chains', 'all'] as const;
export type CoordinatorFor = (typeof coordinatorChoices)[number];

export const usualPolicy: SchoolPolicy = { noticeHours: 3, mostPerTerm: null, coordinatorFor: 'none' };

export type PolicyRefusal =
  | { readonly why: 'too-late'; readonly hours: number }
  | { readonly why: 'too-often'; readonly most: number };

/** Whether a family may ask now, as its home school has it. Staff who ask for others are not bound by it. */
export function decidePolicy(
  { noticeHours: hours, mostPerTerm: most }: Pick<SchoolPolicy, 'noticeHours' | 'mostPerTerm'>,
  asked: { readonly isMissed: boolean; readonly startsAt: Date; readonly before: number; readonly now: Date },
): PolicyRefusal | undefined {
  if (!asked.isMissed && asked.startsAt.getTime() - asked.now.getTime() < hours * hourMs)
    return { why: 'too-late', hours };
  return most !== null && asked.before >= most ? { why: 'too-often', most } : undefined;
}

/** Who has to act next. */
export type Owner = 'teacher' | 'tutor' | 'coordinator';

/** Whose turn it is; nobody's once it has ended. A confirmed lesson is the teacher's to hold. */
export function ownerOf(state: RescheduleState, needsCoordinator: boolean): Owner | undefined {
  if (state === 'asked') return 'tutor';
  if (state === 'proposed' || state === 'confirmed') return 'teacher';
  return state === 'agreed' ? (needsCoordinator ? 'coordinator' : 'tutor') : undefined;
}

/** Whether the coordinator of the home school confirms. */
export const needsCoordinator = ({ coordinatorFor }: Pick<SchoolPolicy, 'coordinatorFor'>, lessons: number): boolean =>
  coordinatorFor === 'all' || (coordinatorFor === 'chains' && lessons > 1);

export interface Deadline {
  readonly dueAt: Date | null;
  readonly remindAt: Date | null;
  readonly escalateAt: Date | null;
}

/** When its owner has to have acted, is reminded, and when the coordinator hears of it. */
export function deadlineOf(
  state: RescheduleState,
  now: Date,
  times: { readonly lessons: readonly Date[]; readonly slotEndsAt: Date | null },
): Deadline {
  if (state === 'confirmed') return { dueAt: times.slotEndsAt, remindAt: null, escalateAt: null };
  const hours = state === 'proposed' ? answerHours : tutorHours;
  if (ownerOf(state, false) === undefined) return { dueAt: null, remindAt: null, escalateAt: null };
  const due = Math.min(now.getTime() + hours * hourMs, ...times.lessons.map((at) => at.getTime()));
  const after = (share: number): Date => new Date(Math.round(now.getTime() + (due - now.getTime()) * share));
  return { dueAt: new Date(due), remindAt: after(0.5), escalateAt: after(0.75) };
}

/** The first instant at which a lesson that was missed can still be asked for. */
export const missedSince = (now: Date): Date => new Date(now.getTime() - missedDays * dayMs);
