import { z } from 'zod';
import { sweepUploads } from '../../host/uploads.ts';
import { defineJob, type JobKind } from '../../jobs/job.ts';
import type { Storage } from '../storage/storage.ts';
import { deleteLoose, deleteUnusedBlobs, knownBlobs } from '../store/files.ts';

const hourMs = 3_600_000;
/** Uploads that nothing has for so long are forgotten; contents without a row are left-overs of a crash. */
const looseMs = 24 * hourMs;

/**
 * Deletes what nobody needs: first the rows, then the contents, so that no row ever lacks its content; and what a killed
 * process left in the folder of uploads.
 */
export const collectJob = (storage: Storage, uploads: string): JobKind<Record<string, never>> =>
  defineJob({
    name: 'files.collect',
    lane: 'quick',
    input: z.strictObject({}),
    run: async ({ write, read, signal }) => {
      const unused = await write(async ({ db, now }) => {
        await deleteLoose(db, new Date(now.getTime() - looseMs));
        return deleteUnusedBlobs(db, new Date(now.getTime() - hourMs));
      });
      for (const id of unused) await storage.remove(id);
      let strays = 0;
      for await (const portion of storage.list()) {
        signal.throwIfAborted();
        const stale = await read(async ({ db, now }) => {
          const old = portion
            .filter(({ storedAt }) => storedAt.getTime() < now.getTime() - looseMs)
            .map(({ id }) => id);
          const known = await knownBlobs(db, old);
          return old.filter((id) => !known.has(id));
        });
        for (const id of stale) await storage.remove(id);
        strays += stale.length;
      }
      const left = await read(({ now }) => sweepUploads(uploads, now));
      return { unused: unused.length, strays, left };
    },
  });
