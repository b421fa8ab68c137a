import { z } from 'zod';
import { roles } from '../access/roles.ts';

export const AuditPath = z.strictObject({ personId: z.uuid() });

export const AuditQuery = z.strictObject({
  kind: z.enum(['seen', 'changed']).default('seen'),
  /** The `next` of the page before. */
  after: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** All that is asked for holds at once. */
export const OverviewQuery = z.strictObject({
  ...AuditQuery.shape,
  personId: z.uuid().optional(),
  actorId: z.uuid().optional(),
  /** First and last day, in the reader's zone. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});
export type OverviewQuery = z.infer<typeof OverviewQuery>;

export const AuditLine = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  /** Null where the reader is not told: the system, somebody erased, another one of the family. */
  who: z.object({ name: z.string(), roles: z.array(z.enum(roles)) }).nullable(),
  by: z.enum(['person', 'family', 'system']),
  /** In the reader's language. */
  what: z.string(),
  /** How often that day. */
  times: z.int(),
});
export type AuditLine = z.infer<typeof AuditLine>;

export const AuditPage = z.object({ items: z.array(AuditLine), next: z.string().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;

export const OverviewLine = AuditLine.extend({
  /** Whom it is about; null when it was about everybody, or the person is erased. */
  about: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
export type OverviewLine = z.infer<typeof OverviewLine>;

export const AuditOverview = z.object({ items: z.array(OverviewLine), next: z.string().nullable() });
export type AuditOverview = z.infer<typeof AuditOverview>;
