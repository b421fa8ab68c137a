import { z } from 'zod';
import { Id, relations } from '../people/api.ts';

export const GuardianshipPath = z.strictObject({ guardianshipId: Id });
export const Consent = z.strictObject({ keeps: z.boolean() });

/** Of a student: who looks after them, and until when. */
export const OwnGuardians = z.object({
  /** The birthday on which the reader comes of age; null where it is not known, or for those who are no students. */
  adultOn: z.string().nullable(),
  /** The reader may say by now who stays. */
  decides: z.boolean(),
  items: z.array(
    z.object({ guardianshipId: z.uuid(), name: z.string(), relation: z.enum(relations), isKept: z.boolean() }),
  ),
});
export type OwnGuardians = z.infer<typeof OwnGuardians>;
