import type { StudentsOn } from '../lessons/concerned.ts';

/** Where a lesson was and where it is now: what people are told of. */
export interface ToldChange {
  readonly courseId: string;
  readonly from: { readonly on: string; readonly teacherId: string | null } | null;
  readonly to: { readonly on: string; readonly teacherId: string | null } | null;
}

/** A guardian of a student. */
export interface Guarding {
  readonly guardianId: string;
  readonly studentId: string;
}

/** Somebody who is told, once; a guardian of two children once for each. */
export interface Told<C> {
  readonly personId: string;
  readonly as: 'student' | 'guardian' | 'teacher';
  /** The child, for a guardian. */
  readonly aboutId: string | null;
  readonly changes: readonly C[];
}

/** Everybody whose lessons change, with their changes. Whoever keeps all lessons is not told. */
export function toldOf<C extends ToldChange>(
  changes: readonly C[],
  learn: StudentsOn,
  guardings: readonly Guarding[],
): readonly Told<C>[] {
  const students = new Map<string, C[]>();
  const teachers = new Map<string, C[]>();
  const note = (map: Map<string, C[]>, personId: string, change: C): void => {
    const list = map.get(personId);
    if (list) list.push(change);
    else map.set(personId, [change]);
  };
  for (const change of changes) {
    const places = [change.from, change.to].flatMap((place) => place ?? []);
    for (const id of new Set(places.flatMap(({ on }) => learn(change.courseId, on)))) note(students, id, change);
    for (const id of new Set(places.flatMap(({ teacherId }) => teacherId ?? []))) note(teachers, id, change);
  }
  return [
    ...[...students].map(([personId, own]): Told<C> => ({ personId, as: 'student', aboutId: null, changes: own })),
    ...guardings.flatMap(({ guardianId, studentId }): Told<C>[] => {
      const own = students.get(studentId);
      return own ? [{ personId: guardianId, as: 'guardian', aboutId: studentId, changes: own }] : [];
    }),
    ...[...teachers].map(([personId, own]): Told<C> => ({ personId, as: 'teacher', aboutId: null, changes: own })),
  ];
}

/** Students whom changes concern: those whose guardians are to be found. */
export const studentsOfChanges = (changes: readonly ToldChange[], learn: StudentsOn): readonly string[] => [
  ...new Set(
    changes.flatMap(({ courseId, from, to }) =>
      [from, to].flatMap((place) => (place ? learn(courseId, place.on) : [])),
    ),
  ),
];
