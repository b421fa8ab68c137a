import type { SubstituteKind } from '../compose/substitute.ts';

/** A student need not be at a published lesson; somebody accepted that by name. */
export interface Excuse {
  readonly lessonId: string;
  readonly studentId: string;
  readonly substituteKind: SubstituteKind;
  readonly substituteText: string;
  readonly acceptedById: string;
  readonly acceptedAt: Date;
}

/** An absence that was accepted for a place of the week; without a course it is for whatever the group has there. */
export interface AcceptedAbsence extends Omit<Excuse, 'lessonId'> {
  readonly groupId: string;
  readonly courseId: string | null;
  readonly nth: number | null;
  readonly weekday: number;
  readonly hourIndex: number;
}

interface Place {
  readonly groupId: string;
  readonly courseId: string;
  readonly nth: number;
  readonly weekday: number;
  readonly hourIndex: number;
}

interface Dated {
  readonly id: string;
  readonly courseId: string;
  readonly nth: number;
}

/** An absence holds for a lesson only where the pattern puts it; put elsewhere, the student is expected. */
const holdsAt = (absence: AcceptedAbsence, place: Place): boolean =>
  absence.groupId === place.groupId &&
  absence.weekday === place.weekday &&
  absence.hourIndex === place.hourIndex &&
  (absence.courseId === null || (absence.courseId === place.courseId && absence.nth === place.nth));

/** Accepted absences, lesson by lesson; the one that was accepted last speaks for a student. */
export function excusesOf(
  absences: readonly AcceptedAbsence[],
  pattern: readonly Place[],
  lessons: readonly Dated[],
  learns: (courseId: string, studentId: string) => boolean,
): readonly Excuse[] {
  const excuses = new Map<string, Excuse>();
  for (const absence of absences)
    for (const place of pattern.filter((one) => holdsAt(absence, one) && learns(one.courseId, absence.studentId)))
      for (const { id } of lessons.filter(({ courseId, nth }) => courseId === place.courseId && nth === place.nth)) {
        const { studentId, substituteKind, substituteText, acceptedById, acceptedAt } = absence;
        excuses.set(`${id} ${studentId}`, {
          lessonId: id,
          studentId,
          substituteKind,
          substituteText,
          acceptedById,
          acceptedAt,
        });
      }
  return [...excuses.values()];
}

const said = ({ lessonId, studentId, substituteKind, substituteText }: Excuse): string =>
  JSON.stringify([lessonId, studentId, substituteKind, substituteText]);

/** What begins and what ends when a publication replaces the excuses there are. What stays the same stays untouched. */
export function changedExcuses<Known extends Excuse>(
  before: readonly Known[],
  after: readonly Excuse[],
): { readonly begin: readonly Excuse[]; readonly end: readonly Known[] } {
  const [known, wanted] = [new Set(before.map(said)), new Set(after.map(said))];
  return {
    begin: after.filter((one) => !known.has(said(one))),
    end: before.filter((one) => !wanted.has(said(one))),
  };
}
