import { z } from 'zod';
import { defineEvent } from '../events/event.ts';

const id = '01900000-0000-7000-8000-000000000001';

const Ending = z.object({
  guardianshipId: z.uuid(),
  guardianId: z.uuid(),
  studentId: z.uuid(),
  /** The birthday on which the student comes of age. */
  adultOn: z.iso.date(),
});

const about = (name: string) =>
  defineEvent<z.infer<typeof Ending>>({
    name: `guardianship.${name}`,
    payload: Ending,
    sample: { guardianshipId: id, guardianId: id, studentId: id, adultOn: '2026-09-07' },
    streamOf: ({ studentId }) => studentId,
  });

/** A student comes of age within the next weeks; unless they want it otherwise, the guardianship ends then. */
export const guardianshipEndsSoon = about('ends-soon');

/** A student has come of age, and the guardianship has ended by itself. */
export const guardianshipEnded = about('ended');
