import type { Lesson } from './lesson.ts';

const minuteMs = 60_000;
/** A room is open from so long before the lesson until so long after it. */
export const openBeforeMs = 15 * minuteMs;
export const openAfterMs = 30 * minuteMs;

export type Entry =
  | { readonly ok: true; readonly until: Date }
  | { readonly ok: false; readonly why: 'cancelled' | 'over' }
  | { readonly ok: false; readonly why: 'too-early'; readonly opensAt: Date };

/** Whether the meeting room of a lesson can be entered now, and until when. */
export function decideEntry(
  { state, startsAt, endsAt }: Pick<Lesson, 'state' | 'startsAt' | 'endsAt'>,
  now: Date,
): Entry {
  const opensAt = new Date(startsAt.getTime() - openBeforeMs);
  const until = new Date(endsAt.getTime() + openAfterMs);
  if (state === 'cancelled') return { ok: false, why: 'cancelled' };
  if (now >= until) return { ok: false, why: 'over' };
  return now < opensAt ? { ok: false, why: 'too-early', opensAt } : { ok: true, until };
}
