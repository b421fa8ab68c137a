import { isOpen } from './decide.ts';
import { type ReasonKind, type Reschedule, type RescheduleStep, reasonKinds } from './reschedule.ts';

export interface Numbers {
  readonly requests: number;
  readonly open: number;
  readonly solved: number;
  readonly byReason: readonly { readonly reason: ReasonKind; readonly requests: number }[];
  readonly answerHours: { readonly median: number; readonly p90: number } | null;
  readonly often: readonly { readonly personId: string; readonly requests: number }[];
}

/** From so many requests on somebody is named. */
const oftenFrom = 3;

type Counted = Pick<Reschedule, 'id' | 'state' | 'reasonKind' | 'forPersonId' | 'teacherId'>;

/** Counts requests; withdrawn ones count as asked, and were neither solved nor open. */
export function numbersOf(requests: readonly Counted[], steps: readonly RescheduleStep[]): Numbers {
  const hours = answerTimes(steps).toSorted((a, b) => a - b);
  const perPerson = new Map<string, number>();
  for (const { forPersonId, teacherId } of requests)
    if (forPersonId !== teacherId) perPerson.set(forPersonId, (perPerson.get(forPersonId) ?? 0) + 1);
  return {
    requests: requests.length,
    open: requests.filter(({ state }) => isOpen(state)).length,
    solved: requests.filter(({ state }) => state === 'confirmed' || state === 'done').length,
    byReason: reasonKinds
      .map((reason) => ({ reason, requests: requests.filter(({ reasonKind }) => reasonKind === reason).length }))
      .filter((one) => one.requests > 0)
      .sort((a, b) => b.requests - a.requests),
    answerHours: hours.length > 0 ? { median: at(hours, 0.5), p90: at(hours, 0.9) } : null,
    often: [...perPerson]
      .filter(([, count]) => count >= oftenFrom)
      .map(([personId, count]) => ({ personId, requests: count }))
      .sort((a, b) => b.requests - a.requests),
  };
}

const hourMs = 3_600_000;
const answers = ['agreed', 'consented', 'declined', 'countered'];

/** Hours from each proposal to the answer that came next. */
function answerTimes(steps: readonly RescheduleStep[]): readonly number[] {
  const found: number[] = [];
  const proposed = new Map<string, Date>();
  for (const { rescheduleId, what, happenedAt } of steps) {
    const since = proposed.get(rescheduleId);
    if (what === 'proposed') proposed.set(rescheduleId, happenedAt);
    else if (answers.includes(what) && since) {
      found.push((happenedAt.getTime() - since.getTime()) / hourMs);
      proposed.delete(rescheduleId);
    }
  }
  return found;
}

/** The value below which this share lies, nearest rank, to a tenth. */
const at = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0) * 10) / 10;
