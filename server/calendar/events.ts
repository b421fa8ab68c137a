import { z } from 'zod';
import { defineEvent } from '../events/event.ts';

const sampleId = (last: number): string => `01900000-0000-7000-8000-00000000000${last}`;

const AvailabilityChanged = z.object({ personId: z.uuid() });
type AvailabilityChanged = z.infer<typeof AvailabilityChanged>;

/** A person's windows, exceptions or hours at the home school are others than before. */
export const availabilityChanged = defineEvent<AvailabilityChanged>({
  name: 'calendar.availability-changed',
  payload: AvailabilityChanged,
  sample: { personId: sampleId(1) },
  streamOf: ({ personId }) => personId,
});

const OverlapAllowed = z.object({
  personId: z.uuid(),
  commitmentIds: z.array(z.uuid()).length(2),
  reason: z.string(),
});
type OverlapAllowed = z.infer<typeof OverlapAllowed>;

/** Somebody let a person be in two commitments at the same time. */
export const overlapAllowed = defineEvent<OverlapAllowed>({
  name: 'calendar.overlap-allowed',
  payload: OverlapAllowed,
  sample: { personId: sampleId(1), commitmentIds: [sampleId(2), sampleId(3)], reason: 'Choir and maths, as agreed' },
  streamOf: ({ personId }) => personId,
});
