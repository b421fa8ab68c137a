import { defineJob, type JobKind } from '../../jobs/job.ts';
import { addToLog, Line } from '../erasureLog.ts';

/** Writes an erasure down beside the database, so that restored backups learn of it. */
export const logErasure = (dataDir: string): JobKind<Line> =>
  defineJob({
    name: 'privacy.log-erasure',
    lane: 'quick',
    input: Line,
    run: async (_context, line) => {
      await addToLog(dataDir, line);
      return null;
    },
  });
