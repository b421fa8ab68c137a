import { Problem, type ProblemKind } from '../../http/problem.ts';

/** What was looked for, or the problem that there is no such thing. */
export function found<T>(entity: T | undefined, unknown: ProblemKind, id: string): T {
  if (entity === undefined) throw new Problem(unknown, { id });
  return entity;
}
