import type { AuditApi } from '../audit/api.ts';
import type { PeopleApi } from '../people/api.ts';
import type { SchoolApi } from '../school/api.ts';

/** What this module asks of others. */
export interface ContactsParts {
  readonly people: PeopleApi;
  readonly school: SchoolApi;
  readonly audit: AuditApi;
}
