import type { NotifyApi } from '../../server/notify/api.ts';
import type { PeopleApi } from '../../server/people/api.ts';
import type { SchoolApi } from '../../server/school/api.ts';

/** What messages ask of others. */
export interface Apis {
  readonly people: PeopleApi;
  readonly school: SchoolApi;
  /** Absent where nobody is told anything. */
  readonly notify: NotifyApi | undefined;
}
