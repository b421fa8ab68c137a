import { z } from 'zod';
import { defineEvent } from '../../server/events/event.ts';

const sampleId = (last: number): string => `01900000-0000-7000-8000-00000000000${last}`;

const absence = (name: string) =>
  defineEvent({
    name: `timetable.${name}`,
    payload: z.object({ draftId: z.uuid(), groupId: z.uuid(), studentId: z.uuid() }),
    sample: { draftId: sampleId(1), groupId: sampleId(2), studentId: sampleId(3) },
    streamOf: ({ draftId }) => draftId,
  });

/** A tutor accepted by name that a student is absent from a lesson of a draft, with a substitute. */
export const absenceAccepted = absence('absence-accepted');
export const absenceWithdrawn = absence('absence-withdrawn');

const WindowAgreed = z.object({
  studentId: z.uuid(),
  agreedWithId: z.uuid(),
  weekday: z.int(),
  from: z.string(),
  to: z.string(),
});
type WindowAgreed = z.infer<typeof WindowAgreed>;

/** Hours were added in which a student can be online, because the student or a guardian agreed. */
export const windowAgreed = defineEvent<WindowAgreed>({
  name: 'timetable.window-agreed',
  payload: WindowAgreed,
  sample: { studentId: sampleId(1), agreedWithId: sampleId(2), weekday: 1, from: '09:00', to: '09:45' },
  streamOf: ({ studentId }) => studentId,
});

export const composingEvents = [absenceAccepted, absenceWithdrawn, windowAgreed];
