import { z } from 'zod';
import type { WriteScope } from '../../host/scope.ts';
import { defineJob, type JobKind } from '../../jobs/job.ts';
import { personIdsInLog } from '../erasureLog.ts';
import { notErased } from '../store/erasures.ts';

/** Erases again whom a restored backup has brought back. */
export const replayErasures = (
  dataDir: string,
  erase: (scope: WriteScope, personId: string) => Promise<void>,
): JobKind<Record<string, never>> =>
  defineJob({
    name: 'privacy.replay-erasures',
    lane: 'quick',
    input: z.strictObject({}),
    run: async ({ read, write }) => {
      const logged = await personIdsInLog(dataDir);
      const back = await read(({ db }) => notErased(db, logged));
      for (const personId of back) await write((scope) => erase(scope, personId));
      return { erasedAgain: back.length };
    },
  });
