import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { defineJob, type JobContext, type JobKind } from '../../../server/jobs/job.ts';
import type { Apis } from '../apis.ts';
import { applyUnit } from '../commands/applyUnit.ts';
import { dropPublication } from '../commands/dropPublication.ts';
import { finishPublication } from '../commands/finishPublication.ts';
import { removeUnit } from '../commands/removeUnit.ts';
import { publicationById } from '../store/publications.ts';
import { deleteUnits, unitNumbers } from '../store/publicationUnits.ts';

const Input = z.object({ publicationId: z.uuid() });
type Input = z.infer<typeof Input>;

/** Between two units: the database has a moment for everybody else. A term of 500 students has some 600 units. */
const breathMs = 15;

/**
 * Brings a publication to its end: whole and visible, or gone. Every transaction is one unit, so that a run that was
 * killed goes on where it was, and a publication that is to be removed is noticed at the next unit.
 */
export const publishJob = (apis: Apis): JobKind<Input> =>
  defineJob({
    name: 'timetable.publish',
    input: Input,
    inThread: true,
    run: async (context, { publicationId }) => {
      const isPublished = await publish(apis, context, publicationId);
      if (!isPublished && !context.signal.aborted) await remove(apis, context, publicationId);
      return { publicationId, isPublished };
    },
  });

async function publish(apis: Apis, context: JobContext, id: string): Promise<boolean> {
  const units = await context.read(({ db }) => unitNumbers(db, id));
  let done = units.filter(({ isApplied }) => isApplied).length;
  for (const { number, isApplied } of units) {
    if (context.signal.aborted) return false;
    if (isApplied) continue;
    if (!(await context.writePart((scope) => applyUnit(apis, scope, id, number)))) return false;
    await delay(breathMs);
    done += 1;
    context.report({ done, total: units.length });
  }
  if (!(await context.write((scope) => finishPublication(apis, scope, id)))) return false;
  // Not within the transaction that makes it visible: nobody needs them, and others wait for that one.
  await context.write(({ db }) => deleteUnits(db, id));
  return true;
}

async function remove(apis: Apis, context: JobContext, id: string): Promise<void> {
  const publication = await context.read(({ db }) => publicationById(db, id));
  if (publication?.state !== 'removing') return;
  const units = await context.read(({ db }) => unitNumbers(db, id));
  for (const { number } of units.toReversed()) {
    if (context.signal.aborted) return;
    await context.writePart((scope) => removeUnit(apis, scope, id, number));
    await delay(breathMs);
  }
  await context.write((scope) => dropPublication(scope, id));
}
