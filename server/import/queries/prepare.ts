import type { ReadScope } from '../../host/scope.ts';
import type { Plan } from '../domain/plan.ts';
import type { Mapping } from '../forms/sheet.ts';
import { planImport, type ToPlan } from '../planner/planImport.ts';
import { stateStamp } from '../store/state.ts';
import { type ReadModules, readExisting, type Snapshot } from './readExisting.ts';

/** The database at one moment, and a stamp that tells whether it still is so. */
export interface State {
  readonly before: Snapshot;
  readonly stamp: string;
}

export interface Prepared extends State {
  readonly plan: Plan;
}

/** Reads everything as of one moment, though others write meanwhile. */
export const readState = ({ db, now, dialect }: ReadScope, modules: ReadModules): Promise<State> =>
  db.transaction(
    async (trx) => ({
      before: await readExisting({ db: trx, now }, modules),
      stamp: await stateStamp(trx),
    }),
    dialect === 'postgres' ? { isolationLevel: 'repeatable read', readOnly: true } : {},
  );

/** What an import of these tables would change now. */
export async function prepare(
  scope: ReadScope,
  modules: ReadModules,
  read: ToPlan,
  mapping: Mapping,
): Promise<Prepared> {
  const state = await readState(scope, modules);
  return { ...state, plan: planImport(read, state.before, mapping) };
}
