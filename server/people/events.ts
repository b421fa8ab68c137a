import { z } from 'zod';
import { defineEvent } from '../events/event.ts';

const samplePerson = '01900000-0000-7000-8000-000000000001';

const Person = z.object({ personId: z.uuid() });
type Person = z.infer<typeof Person>;

const about = (name: string) =>
  defineEvent<Person>({
    name: `people.${name}`,
    payload: Person,
    sample: { personId: samplePerson },
    streamOf: ({ personId }) => personId,
  });

export const personCreated = about('person-created');

/** Name, language, zone, internet, device, or whether the person is active. */
export const personChanged = about('person-changed');

/** What the person may see or do has changed: grants are to be read again, watched topics asked again. */
export const accessChanged = about('access-changed');

/** A role was taken from the person, or they are no longer active: what they have open is to end. */
export const accessEnded = about('access-ended');
