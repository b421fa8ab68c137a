import type { Knex } from 'knex';
import type { YearChoicesInput } from '../../school/api.ts';
import type { PlanState } from '../domain/planned.ts';

export interface PlanRow {
  readonly id: string;
  readonly beginsOn: string;
  readonly zone: string;
  readonly startsAt: Date;
  readonly choicesJson: YearChoicesInput;
  readonly fingerprint: string;
  readonly state: PlanState;
  readonly plannedById: string | null;
  readonly plannedAt: Date;
  readonly endedAt: Date | null;
  readonly changeId: string | null;
  readonly failure: string | null;
}

const columns = [
  'id',
  'beginsOn',
  'zone',
  'startsAt',
  'choicesJson',
  'fingerprint',
  'state',
  'plannedById',
  'plannedAt',
  'endedAt',
  'changeId',
  'failure',
];

type NewPlan = Omit<PlanRow, 'endedAt' | 'changeId' | 'failure'>;

export const insertPlan = (trx: Knex.Transaction, { choicesJson, ...plan }: NewPlan): Promise<unknown> =>
  trx('year_plan').insert({ ...plan, choicesJson: JSON.stringify(choicesJson) });

/** Newest first. */
export const latestPlans = (db: Knex, limit: number): Promise<PlanRow[]> =>
  db('year_plan').orderBy('plannedAt', 'desc').limit(limit).select<PlanRow[]>(columns);

export const lockPlan = (trx: Knex.Transaction, id: string): Promise<PlanRow | undefined> =>
  trx('year_plan').where({ id }).forUpdate().first<PlanRow | undefined>(columns);

/** The plan whose day has come. */
export const duePlan = (trx: Knex.Transaction, now: Date): Promise<PlanRow | undefined> =>
  trx('year_plan')
    .where({ state: 'planned' })
    .where('startsAt', '<=', now)
    .forUpdate()
    .first<PlanRow | undefined>(columns);

type Ended = Partial<Pick<PlanRow, 'state' | 'endedAt' | 'changeId' | 'failure'>>;

export const updatePlan = (trx: Knex.Transaction, id: string, change: Ended): Promise<number> =>
  trx('year_plan').where({ id }).update(change);
