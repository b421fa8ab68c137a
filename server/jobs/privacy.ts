import { aboutNobody, staysWithoutName, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfJobs: readonly TablePrivacy[] = [
  staysWithoutName('jobs_job', {
    of: ['owner_id'],
    why: 'Long work and how it went; finished work is forgotten after some weeks.',
    blanked: { result_json: null, progress_json: null },
    told: 'kind state created_at finished_at',
    untold: 'id owner_id input_json problem attempts due_at lease_id lease_ends_at started_at revision',
  }),
  aboutNobody('jobs_schedule', 'When work that comes again is due.', 'name next_run_at'),
];
