import { z } from 'zod';
import { Id } from '../../../server/people/api.ts';
import { coordinatorChoices } from '../domain/reschedule/policy.ts';

export const HomeSchoolParams = z.strictObject({ homeSchoolId: Id });

/** What a home school wants of requests for its students. */
export const SchoolPolicyInput = z.strictObject({
  /** Hours before a lesson until which families may ask. */
  noticeHours: z.int().min(0).max(336),
  /** Requests of one student in a term; null for as many as wanted. */
  mostPerTerm: z.int().min(1).max(100).nullable(),
  /** Which requests its coordinator confirms. */
  coordinatorFor: z.enum(coordinatorChoices),
});
export type SchoolPolicyInput = z.infer<typeof SchoolPolicyInput>;

export const SchoolPolicyView = z.object({
  ...SchoolPolicyInput.shape,
  homeSchool: z.object({ id: Id, name: z.string() }),
  /** 0 before anybody set it. */
  revision: z.int(),
});
export type SchoolPolicyView = z.infer<typeof SchoolPolicyView>;

export const SchoolPolicies = z.object({ items: z.array(SchoolPolicyView) });
export type SchoolPolicies = z.infer<typeof SchoolPolicies>;

/** Whether the teachers' consent is the last word in a group. */
export const GroupPolicyInput = z.strictObject({ isTeacherEnough: z.boolean() });
export type GroupPolicyInput = z.infer<typeof GroupPolicyInput>;

export const GroupPolicyView = z.object({
  isTeacherEnough: z.boolean(),
  revision: z.int(),
  may: z.object({ change: z.boolean() }),
});
export type GroupPolicyView = z.infer<typeof GroupPolicyView>;
