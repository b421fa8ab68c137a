import { type GridHour, sameHour } from './lesson.ts';
import type { LessonFacts } from './lessonPlaces.ts';

/** What to do with absences that somebody wants to accept for a lesson at an hour. */
export type AbsenceDecision =
  | { readonly kind: 'accept' }
  | { readonly kind: 'no-such-place' }
  /** Without the teacher, or in a break, there is no lesson. */
  | { readonly kind: 'teacher-cannot' }
  | { readonly kind: 'everybody-can' }
  /** Students who cannot be there and were not named, and those named who can. */
  | { readonly kind: 'incomplete'; readonly missing: readonly string[]; readonly needless: readonly string[] };

/** Everybody who cannot be there has to be named, and nobody else: an absence is never a by-product. */
export function decideAbsences(lesson: LessonFacts, at: GridHour, named: readonly string[]): AbsenceDecision {
  const found = lesson.places.find(({ place }) => sameHour(place, at));
  if (!found || found.isBreak) return { kind: 'no-such-place' };
  if (found.blockers.some(({ role }) => role === 'teacher')) return { kind: 'teacher-cannot' };
  const absent = [...new Set(found.blockers.map(({ personId }) => personId))];
  if (absent.length === 0) return { kind: 'everybody-can' };
  const missing = absent.filter((id) => !named.includes(id));
  const needless = named.filter((id, index) => !absent.includes(id) || named.indexOf(id) !== index);
  return missing.length + needless.length > 0 ? { kind: 'incomplete', missing, needless } : { kind: 'accept' };
}
