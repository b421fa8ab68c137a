import { z } from 'zod';
import { YearCommit, YearCounts } from '../school/api.ts';
import { planStates } from './domain/planned.ts';

export const YearPlanPath = z.strictObject({ yearPlanId: z.uuid() });

/** The same as a change of year at once; `beginsOn` is the day that is waited for. */
export const NewYearPlan = YearCommit;
export type NewYearPlan = z.infer<typeof NewYearPlan>;

/** Days for which accounts of leavers stay readable; null: they are not closed. */
export const LeaversPolicyInput = z.strictObject({ closeAfterDays: z.int().min(1).max(730).nullable() });
export type LeaversPolicyInput = z.infer<typeof LeaversPolicyInput>;

export const LeaversPolicy = z.object({ closeAfterDays: z.int().nullable(), revision: z.int() });
export type LeaversPolicy = z.infer<typeof LeaversPolicy>;

export const YearPlanView = z.object({
  id: z.uuid(),
  beginsOn: z.string(),
  /** By whose clocks the day begins. */
  zone: z.string(),
  startsAt: z.iso.datetime(),
  state: z.enum(planStates),
  plannedBy: z.string().nullable(),
  plannedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Why it could not be carried out: the kind of a problem. */
  failure: z.string().nullable(),
  /** What it would come to today; null once it has ended. */
  counts: YearCounts.nullable(),
  /** The school has changed since it was planned, and so has what would be done. */
  hasChanged: z.boolean(),
  may: z.object({ callOff: z.boolean() }),
});
export type YearPlanView = z.infer<typeof YearPlanView>;

export const YearPlans = z.object({ items: z.array(YearPlanView), policy: LeaversPolicy });
export type YearPlans = z.infer<typeof YearPlans>;
