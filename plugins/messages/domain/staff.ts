import type { Actor } from '../../../server/access/actor.ts';

/** Whether somebody speaks for the school: whoever has a role there beside that of a student or guardian. */
export const speaksForSchool = ({ grants }: Pick<Actor, 'grants'>): boolean =>
  grants.some(({ role }) => role !== 'student' && role !== 'guardian');
