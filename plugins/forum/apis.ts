import type { AuditApi } from '../../server/audit/api.ts';
import type { DocumentsApi } from '../../server/documents/api.ts';
import type { FilesApi } from '../../server/files/api.ts';
import type { HelpApi } from '../../server/help/api.ts';
import type { LinksApi } from '../../server/links/api.ts';
import type { MailApi } from '../../server/mail/api.ts';
import type { NotifyApi } from '../../server/notify/api.ts';
import type { PeopleApi } from '../../server/people/api.ts';
import type { ProgressApi } from '../../server/progress/api.ts';
import type { SchoolApi } from '../../server/school/api.ts';
import type { SearchApi } from '../../server/search/api.ts';

/** What the forum uses of other modules. */
export interface Apis {
  readonly people: PeopleApi;
  readonly school: SchoolApi;
  readonly files: FilesApi;
  readonly search: SearchApi;
  readonly audit: AuditApi;
  readonly progress: ProgressApi;
  readonly help: HelpApi;
  readonly documents: DocumentsApi;
  readonly links: LinksApi;
  readonly mail: MailApi;
  readonly notify: NotifyApi | undefined;
}
