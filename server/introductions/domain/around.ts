/** As what somebody works with a student. */
export const aroundRoles = ['tutor', 'teacher', 'psychologist', 'coordinator'] as const;
export type AroundRole = (typeof aroundRoles)[number];

/** Somebody of the learning process of one student. */
export interface Around {
  readonly personId: string;
  readonly roles: readonly AroundRole[];
  /** Of a teacher: what they teach this student. */
  readonly subjects: readonly string[];
}

export interface AroundFacts {
  readonly tutorIds: readonly string[];
  readonly courses: readonly { readonly teacherId: string | null; readonly subjectName: string }[];
  readonly psychologistIds: readonly string[];
  readonly coordinatorIds: readonly string[];
}

/** Everybody around a student, each once: tutors first, then teachers, psychologists and coordinators. */
export function aroundOf({ tutorIds, courses, psychologistIds, coordinatorIds }: AroundFacts): readonly Around[] {
  const teaching = courses.flatMap(({ teacherId, subjectName }) => (teacherId ? [{ teacherId, subjectName }] : []));
  const holders: readonly (readonly [AroundRole, readonly string[]])[] = [
    ['tutor', tutorIds],
    ['teacher', teaching.map(({ teacherId }) => teacherId)],
    ['psychologist', psychologistIds],
    ['coordinator', coordinatorIds],
  ];
  const ids = [...new Set(holders.flatMap(([, of]) => of))];
  return ids.map((personId) => ({
    personId,
    roles: holders.flatMap(([role, of]) => (of.includes(personId) ? [role] : [])),
    subjects: [...new Set(teaching.filter(({ teacherId }) => teacherId === personId).map((one) => one.subjectName))],
  }));
}

/** So many days somebody counts as new in a group. */
export const newcomerDays = 45;

/** Whether a stay that began on this day makes a newcomer today. */
export function isNewcomer(fromOn: string, today: string): boolean {
  const days = (Date.parse(today) - Date.parse(fromOn)) / 86_400_000;
  return days >= 0 && days <= newcomerDays;
}
