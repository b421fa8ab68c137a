import type { NotifyApi } from '../notify/api.ts';
import type { PeopleApi } from '../people/api.ts';
import type { SchoolApi } from '../school/api.ts';

/** What commands and queries of this module are given of others. */
export interface HelpParts {
  readonly people: PeopleApi;
  readonly school: SchoolApi;
  readonly notify: NotifyApi;
}
