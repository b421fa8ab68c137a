import { apiRef } from '../host/plugin.ts';
import type { WriteScope } from '../host/scope.ts';

/** Something that the acting person saw or did. */
export interface AuditedAct {
  /** `<plugin>.<verb>`, for example `people.role-given`. */
  readonly act: string;
  /** The person whom it concerns, for their own export. */
  readonly aboutPersonId?: string;
  /** What was acted upon, for example `people.account`, and its id. */
  readonly entity: string;
  readonly entityId: string;
  /** Small and never confidential: which fields, not what they held. */
  readonly detail?: unknown;
  /** Families do not read it. */
  readonly isForStaff?: boolean;
}

export interface AuditApi {
  /** Stored with the act itself: neither exists without the other. */
  record(scope: WriteScope, act: AuditedAct): Promise<void>;
}

export const auditApi = apiRef<AuditApi>('audit');
