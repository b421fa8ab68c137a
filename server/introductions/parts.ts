import type { AuditApi } from '../audit/api.ts';
import type { ContactsApi } from '../contacts/api.ts';
import type { FilesApi } from '../files/api.ts';
import type { PeopleApi } from '../people/api.ts';
import type { SchoolApi } from '../school/api.ts';

/** What this module asks of others. */
export interface IntroductionParts {
  readonly audit: AuditApi;
  readonly contacts: ContactsApi;
  readonly files: FilesApi;
  readonly people: PeopleApi;
  readonly school: SchoolApi;
}
