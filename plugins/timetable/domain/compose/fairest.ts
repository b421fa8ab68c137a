/** A place for a lesson, and which students would be absent there. */
export interface Candidate {
  readonly id: string;
  readonly absent: readonly string[];
}

export interface LessonToCompromise<C extends Candidate> {
  readonly id: string;
  readonly candidates: readonly C[];
}

export interface Fairest<C extends Candidate> {
  readonly choice: ReadonlyMap<string, C>;
  /** The largest total of absences that one student then has over the timetable, and the total of all students. */
  readonly worst: number;
  readonly sum: number;
  /** Everything was looked at; otherwise the best within the limit. */
  readonly isProven: boolean;
}

/** Absences that students have already, by student. */
export type Absences = ReadonlyMap<string, number>;

export const worstOf = (totals: Iterable<number>): number => Math.max(0, ...totals);
export const sumOf = (totals: Iterable<number>): number => [...totals].reduce((sum, one) => sum + one, 0);

/** Whether two lessons can be held at these candidates; asked for every pair. */
export type Compatible<C extends Candidate> = (lesson: string, at: C, other: string, otherAt: C) => boolean;

/**
 * The fairest way to hold lessons for which no place suits everybody: first the worst student's total is as small as possible,
 * then the sum of all totals. Branch and bound, so exact unless it takes more than `limit` tries. Undefined when the lessons
 * have no compatible candidates at all.
 */
export function fairest<C extends Candidate>(
  lessons: readonly LessonToCompromise<C>[],
  already: Absences,
  compatible: Compatible<C> = () => true,
  limit = 20_000,
): Fairest<C> | undefined {
  const order = lessons.toSorted((a, b) => a.candidates.length - b.candidates.length);
  const fewest = order.map(({ candidates }) => Math.min(...candidates.map(({ absent }) => absent.length)));
  const restOf = fewest.map((_, index) => fewest.slice(index).reduce((sum, one) => sum + one, 0));
  const totals = new Map(already);
  const chosen: { readonly lesson: string; readonly at: C }[] = [];
  let best: Omit<Fairest<C>, 'isProven'> | undefined;
  let tries = 0;

  const involved = [...new Set(order.flatMap(({ candidates }) => candidates.flatMap(({ absent }) => absent)))];
  /** However the absences that are still to come are spread over the students, somebody has at least the average. */
  const leastWorst = (rest: number): number =>
    involved.length === 0 ? 0 : Math.ceil((sumOf(involved.map((id) => totals.get(id) ?? 0)) + rest) / involved.length);

  const isHopeless = (worst: number, sum: number, index: number): boolean => {
    if (!best) return false;
    const rest = restOf[index] ?? 0;
    const least = Math.max(worst, leastWorst(rest));
    return least > best.worst || (least === best.worst && sum + rest >= best.sum);
  };

  function search(index: number, worst: number, sum: number): void {
    if (isHopeless(worst, sum, index)) return;
    const lesson = order[index];
    if (!lesson) {
      best = { choice: new Map(chosen.map((one) => [one.lesson, one.at])), worst, sum };
      return;
    }
    for (const { at, worst: next } of byFairness(lesson.candidates, totals, worst)) {
      tries += 1;
      if (tries > limit) return;
      if (!chosen.every((one) => compatible(one.lesson, one.at, lesson.id, at))) continue;
      chosen.push({ lesson: lesson.id, at });
      add(totals, at.absent, 1);
      search(index + 1, next, sum + at.absent.length);
      add(totals, at.absent, -1);
      chosen.pop();
    }
  }
  search(0, worstOf(totals.values()), sumOf(totals.values()));
  return best && { ...best, isProven: tries <= limit };
}

function add(totals: Map<string, number>, students: readonly string[], by: number): void {
  for (const id of students) totals.set(id, (totals.get(id) ?? 0) + by);
}

/** Candidates with the worst total that each leads to, fairest first. */
function byFairness<C extends Candidate>(
  candidates: readonly C[],
  totals: Absences,
  worst: number,
): readonly { readonly at: C; readonly worst: number }[] {
  return candidates
    .map((at) => ({ at, worst: Math.max(worst, ...at.absent.map((id) => (totals.get(id) ?? 0) + 1)) }))
    .sort((a, b) => a.worst - b.worst || a.at.absent.length - b.at.absent.length);
}
