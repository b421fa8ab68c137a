import type { Composed } from './compose.ts';
import type { GridPlace } from './facts.ts';
import { type Candidate, sumOf, worstOf } from './fairest.ts';
import type { LessonFacts, LessonPlace } from './lessonPlaces.ts';

/** If this one person could be there, everybody could. */
export interface WindowOffer {
  readonly personId: string;
  readonly role: 'teacher' | 'student';
  readonly reason: 'no-window' | 'busy-at-home-school';
  readonly place: GridPlace;
}

/** Hold the lesson without these students. */
export interface AbsenceOffer {
  readonly place: GridPlace;
  /** With how many absences each of them would then have over the timetable. */
  readonly absences: readonly { readonly studentId: string; readonly total: number }[];
  readonly worst: number;
  readonly sum: number;
}

/** Hold the lesson twice, each time for those who can be there. */
export interface SplitOffer {
  readonly parts: readonly {
    readonly place: GridPlace;
    readonly studentIds: readonly string[];
    readonly subgroupId: string | null;
  }[];
}

export interface Offers {
  readonly windows: readonly WindowOffer[];
  readonly absences: readonly AbsenceOffer[];
  readonly splits: readonly SplitOffer[];
}

export interface PlaceCandidate extends Candidate {
  readonly place: GridPlace;
}

const shown = 5;

/** Absences that were accepted, counted by student. */
export function absencesByStudent({ facts }: Composed): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { studentId } of facts.absences) totals.set(studentId, (totals.get(studentId) ?? 0) + 1);
  return totals;
}

/** Places at which the lesson could be held if some students were absent: the teacher can be there, and it is no break. */
export const candidatesOf = (lesson: LessonFacts): readonly PlaceCandidate[] =>
  lesson.places.flatMap(({ place, blockers, isBreak }) => {
    if (isBreak || blockers.some(({ role }) => role === 'teacher')) return [];
    const absent = [...new Set(blockers.map(({ personId }) => personId))].sort();
    return [{ id: `${place.weekday}/${place.hour}`, place, absent }];
  });

/** Ways to hold a lesson for which no place suits everybody, the fairest first. */
export const offersFor = (composed: Composed, lesson: LessonFacts): Offers => ({
  windows: windows(lesson).slice(0, 2 * shown),
  absences: absences(composed, lesson).slice(0, shown),
  splits: [...subgroupSplits(lesson), ...halves(lesson)].slice(0, shown),
});

function windows({ places }: LessonFacts): readonly WindowOffer[] {
  return places.flatMap(({ place, blockers, isBreak }) => {
    const [only, ...others] = blockers;
    if (isBreak || !only || others.length > 0) return [];
    const { personId, role, reason } = only;
    return reason === 'no-window' || reason === 'busy-at-home-school' ? [{ personId, role, reason, place }] : [];
  });
}

/** Whether a student alone keeps a place from suiting everybody, by hours that were only not given. */
export function isWindowOffered(
  { place, blockers, isBreak }: LessonPlace,
  studentId: string,
  at: { readonly weekday: number; readonly hour: number },
): boolean {
  const [only, ...others] = blockers;
  return (
    place.weekday === at.weekday &&
    place.hour === at.hour &&
    !isBreak &&
    others.length === 0 &&
    only?.personId === studentId &&
    only.role === 'student' &&
    only.reason === 'no-window'
  );
}

function absences(composed: Composed, lesson: LessonFacts): readonly AbsenceOffer[] {
  const already = absencesByStudent(composed);
  return candidatesOf(lesson)
    .filter(({ absent }) => absent.length > 0 && absent.length < lesson.course.studentIds.length)
    .map(({ place, absent }) => {
      const totals = new Map(already);
      for (const id of absent) totals.set(id, (totals.get(id) ?? 0) + 1);
      return {
        place,
        absences: absent.map((studentId) => ({ studentId, total: totals.get(studentId) ?? 0 })),
        worst: worstOf(totals.values()),
        sum: sumOf(totals.values()),
      };
    })
    .sort((a, b) => a.worst - b.worst || a.sum - b.sum || before(a.place, b.place));
}

const before = (a: GridPlace, b: GridPlace): number => a.weekday - b.weekday || a.hour - b.hour;

const canTeach = ({ blockers, isBreak }: LessonPlace): boolean =>
  !isBreak && !blockers.some(({ role }) => role === 'teacher');

/** Each subgroup at its own place, when the subgroups make up the whole course. */
function subgroupSplits({ course, group, places }: LessonFacts): readonly SplitOffer[] {
  if (course.subgroupId !== null || group.subgroups.length < 2) return [];
  const members = group.subgroups.flatMap(({ studentIds }) => studentIds);
  if (!course.studentIds.every((id) => members.includes(id))) return [];
  const taken = new Set<string>();
  const parts = group.subgroups.map(({ id, studentIds }) => {
    const fitting = places.find(
      (one) =>
        canTeach(one) &&
        !taken.has(`${one.place.weekday}/${one.place.hour}`) &&
        !one.blockers.some(({ personId }) => studentIds.includes(personId)),
    );
    if (!fitting) return undefined;
    taken.add(`${fitting.place.weekday}/${fitting.place.hour}`);
    return { place: fitting.place, studentIds, subgroupId: id };
  });
  const all = parts.flatMap((part) => part ?? []);
  return all.length === parts.length ? [{ parts: all }] : [];
}

/** Two places such that everybody can be at one of them; the most even halves first. */
function halves({ course, places }: LessonFacts): readonly SplitOffer[] {
  const fitting = places.filter(canTeach).map(({ place, blockers }) => ({
    place,
    absent: new Set(blockers.map(({ personId }) => personId)),
  }));
  const pairs = fitting.flatMap((first, index) =>
    fitting.slice(index + 1).flatMap((second) => {
      if ([...first.absent].some((id) => second.absent.has(id))) return [];
      const parts = evenly(course.studentIds, first.absent, second.absent);
      if (parts.first.length === 0 || parts.second.length === 0) return [];
      return [{ first, second, parts, uneven: Math.abs(parts.first.length - parts.second.length) }];
    }),
  );
  return pairs
    .sort(
      (a, b) => a.uneven - b.uneven || before(a.first.place, b.first.place) || before(a.second.place, b.second.place),
    )
    .map(({ first, second, parts }) => ({
      parts: [
        { place: first.place, studentIds: parts.first, subgroupId: null },
        { place: second.place, studentIds: parts.second, subgroupId: null },
      ],
    }));
}

/** Who can be at one place only goes there; the others fill the smaller half. */
function evenly(studentIds: readonly string[], notFirst: ReadonlySet<string>, notSecond: ReadonlySet<string>) {
  const first = studentIds.filter((id) => notSecond.has(id));
  const second = studentIds.filter((id) => notFirst.has(id));
  for (const id of studentIds.filter((one) => !notFirst.has(one) && !notSecond.has(one)))
    (first.length <= second.length ? first : second).push(id);
  return { first, second };
}
