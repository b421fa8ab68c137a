import type { Actor } from '../../access/actor.ts';

/** Whom a question is about when nobody is named: a student's question is about that student. */
export const aboutWhom = (actor: Actor, studentId: string | undefined): string | undefined =>
  studentId ?? (actor.grants.some(({ role }) => role === 'student') ? actor.personId : undefined);
