import type { FilesApi } from '../../server/files/api.ts';
import type { NotifyApi } from '../../server/notify/api.ts';
import type { PeopleApi } from '../../server/people/api.ts';
import type { SchoolApi } from '../../server/school/api.ts';
import type { SearchApi } from '../../server/search/api.ts';

/** What messages ask of others. */
export interface Apis {
  readonly people: PeopleApi;
  readonly school: SchoolApi;
  readonly files: FilesApi;
  readonly search: SearchApi;
  /** Absent where nobody is told anything. */
  readonly notify: NotifyApi | undefined;
}
