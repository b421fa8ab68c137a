import { z } from 'zod';
import { defineEvent } from '../events/event.ts';

const id = '01900000-0000-7000-8000-000000000001';

/** The families of a group are to be asked, or asked again, whether their contacts still hold. */
export const confirmationAsked = defineEvent({
  name: 'contacts.confirmation-asked',
  payload: z.object({ roundId: z.uuid(), groupId: z.uuid(), isReminder: z.boolean() }),
  sample: { roundId: id, groupId: id, isReminder: false },
  streamOf: ({ roundId }) => roundId,
});
