import { z } from 'zod';
import { defineEvent } from '../../../server/events/event.ts';

const BookAdded = z.object({ bookId: z.uuid(), groupId: z.uuid() });

export const bookAdded = defineEvent({
  name: 'book-club.book-added',
  payload: BookAdded,
  sample: { bookId: '01900000-0000-7000-8000-000000000001', groupId: '01900000-0000-7000-8000-000000000002' },
  streamOf: ({ groupId }) => groupId,
});
