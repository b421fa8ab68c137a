import { z } from 'zod';
import { defineEvent } from '../events/event.ts';

/** A meeting is over and its server told who was there. */
export const roomAttended = defineEvent({
  name: 'rooms.attended',
  payload: z.object({ roomId: z.uuid() }),
  sample: { roomId: '01900000-0000-7000-8000-000000000001' },
  streamOf: ({ roomId }) => roomId,
});
