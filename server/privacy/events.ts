import { z } from 'zod';
import { defineEvent } from '../events/event.ts';

const Erased = z.object({ personId: z.uuid() });

/** Somebody was erased: whatever is kept outside of tables goes as well. */
export const personErased = defineEvent<z.infer<typeof Erased>>({
  name: 'privacy.person-erased',
  payload: Erased,
  sample: { personId: '01900000-0000-7000-8000-000000000001' },
  streamOf: ({ personId }) => personId,
});
