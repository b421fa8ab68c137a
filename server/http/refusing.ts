import { Problem, type ProblemKind } from './problem.ts';

/** What the database guards, and the problem that its refusal is. */
export interface Guarded {
  /** Name of a constraint or trigger, `table.column` of a unique column, or `reference` for any reference. */
  readonly guard: string;
  readonly problem: ProblemKind;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * Waits for a write and turns a refusal of the database into the problem that it means. Rules are decided
 * before; this is for those who were overtaken by another transaction.
 */
export async function refusing<T>(work: PromiseLike<T>, guards: readonly Guarded[]): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const broken = guards.find(({ guard }) => violates(error, guard));
    if (!broken) throw error;
    throw new Problem(broken.problem, broken.extra);
  }
}

function violates(error: unknown, guard: string): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  if (guard === 'reference') return code === '23503' || code === 'SQLITE_CONSTRAINT_FOREIGNKEY';
  const constraint = 'constraint' in error ? error.constraint : undefined;
  if (constraint !== undefined) return constraint === guard || constraint === `${guard.replace('.', '_')}_unique`;
  // Knex puts the statement before the driver's own words; only those count.
  return error.message.slice(error.message.lastIndexOf(' - ')).includes(guard);
}
