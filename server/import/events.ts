import { z } from 'zod';
import { defineEvent } from '../events/event.ts';

const HoursGiven = z.object({ homeSchoolId: z.uuid(), personIds: z.array(z.uuid()).min(1), at: z.iso.datetime() });
type HoursGiven = z.infer<typeof HoursGiven>;

const sampleId = '01900000-0000-7000-8000-000000000001';

/** A home school has given these students, some tens of them, other hours in which it keeps them busy. */
export const hoursGiven = defineEvent<HoursGiven>({
  name: 'import.hours-given',
  payload: HoursGiven,
  sample: { homeSchoolId: sampleId, personIds: [sampleId], at: '2026-09-01T06:00:00.000Z' },
  streamOf: ({ homeSchoolId }) => homeSchoolId,
});
