import type { AuditApi } from '../audit/api.ts';
import type { Config } from '../config.ts';
import type { Installation } from '../host/installation.ts';
import type { MailApi } from '../mail/api.ts';
import type { PeopleApi } from '../people/api.ts';
import type { SchoolApi } from '../school/api.ts';

/** What the commands and queries of notices stand on. */
export interface NotifyParts {
  readonly config: Pick<Config, 'publicUrl' | 'sessionSecret'>;
  readonly people: PeopleApi;
  readonly school: SchoolApi;
  readonly mail: MailApi;
  readonly audit: AuditApi;
  installation(): Installation;
}
