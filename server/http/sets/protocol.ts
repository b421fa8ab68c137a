import { z } from 'zod';

/** What a socket sends to a route that is taken in sets. */
export const SentInSet = z.strictObject({ params: z.record(z.string(), z.unknown()), body: z.unknown() });
