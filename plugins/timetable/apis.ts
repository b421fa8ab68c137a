import type { AuditApi } from '../../server/audit/api.ts';
import type { CalendarApi } from '../../server/calendar/api.ts';
import type { DocumentsApi } from '../../server/documents/api.ts';
import type { FilesApi } from '../../server/files/api.ts';
import type { JobsApi } from '../../server/jobs/api.ts';
import type { LinksApi } from '../../server/links/api.ts';
import type { MailApi } from '../../server/mail/api.ts';
import type { NotifyApi } from '../../server/notify/api.ts';
import type { PeopleApi } from '../../server/people/api.ts';
import type { RoomsApi } from '../../server/rooms/api.ts';
import type { SchoolApi } from '../../server/school/api.ts';

/** What the timetable asks of others. */
export interface Apis {
  readonly people: PeopleApi;
  readonly school: SchoolApi;
  readonly calendar: CalendarApi;
  readonly jobs: JobsApi;
  readonly audit: AuditApi;
  readonly documents: DocumentsApi;
  readonly files: FilesApi;
  readonly links: LinksApi;
  readonly mail: MailApi;
  readonly rooms: RoomsApi;
  /** Absent where nobody is told anything. */
  readonly notify: NotifyApi | undefined;
}
