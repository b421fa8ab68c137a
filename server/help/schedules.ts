import type { Schedule } from '../jobs/job.ts';
import { attendOverdue } from './commands/attendOverdue.ts';
import { passOn } from './commands/passOn.ts';
import type { HelpParts } from './parts.ts';

/** What happens to requests by itself: those of tutors who have left are passed on, late ones are told of. */
export const helpSchedules = (parts: HelpParts): readonly Schedule[] => [
  { name: 'help.pass-on', everySeconds: 3600, run: (scope) => passOn(scope, parts) },
  { name: 'help.tell-of-overdue', everySeconds: 3600, run: (scope) => attendOverdue(scope, parts) },
];
