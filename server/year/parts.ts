import type { AuditApi } from '../audit/api.ts';
import type { AuthApi } from '../auth/api.ts';
import type { NotifyApi } from '../notify/api.ts';
import type { PeopleApi } from '../people/api.ts';
import type { SchoolApi } from '../school/api.ts';

/** What commands and queries of this module are given of others. */
export interface YearParts {
  readonly people: PeopleApi;
  readonly school: SchoolApi;
  readonly notify: NotifyApi;
  readonly audit: AuditApi;
  readonly auth: AuthApi;
}
