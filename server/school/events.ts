import { z } from 'zod';
import { defineEvent } from '../events/event.ts';

const id = '01900000-0000-7000-8000-000000000001';
const other = '01900000-0000-7000-8000-000000000002';

/** A student belongs to a group from a day on; claims their lessons of these days. */
export const memberJoined = defineEvent({
  name: 'school.member-joined',
  payload: z.object({ groupId: z.uuid(), personId: z.uuid(), fromOn: z.string(), untilOn: z.string().nullable() }),
  sample: { groupId: id, personId: other, fromOn: '2026-09-01', untilOn: null },
  streamOf: ({ groupId }) => groupId,
});

/** A student no longer belongs to a group: `lastOn` is the last day, null when the stay never began. */
export const memberLeft = defineEvent({
  name: 'school.member-left',
  payload: z.object({ groupId: z.uuid(), personId: z.uuid(), lastOn: z.string().nullable() }),
  sample: { groupId: id, personId: other, lastOn: '2027-05-31' },
  streamOf: ({ groupId }) => groupId,
});

/** Many joined or left a group at once, as with an import; each of them is not told apart. */
export const membersChanged = defineEvent({
  name: 'school.members-changed',
  payload: z.object({ groupId: z.uuid() }),
  sample: { groupId: id },
  streamOf: ({ groupId }) => groupId,
});

const ofGroup = (name: string) =>
  defineEvent({
    name: `school.${name}`,
    payload: z.object({ groupId: z.uuid() }),
    sample: { groupId: id },
    streamOf: ({ groupId }) => groupId,
  });

/** Name, grade, zone, meeting link, or whether it is active. */
export const groupChanged = ofGroup('group-changed');
export const gridChanged = ofGroup('grid-changed');
export const tutorsChanged = ofGroup('tutors-changed');

/** A change of the school year was taken back. */
export const yearUndone = defineEvent({
  name: 'school.year-undone',
  payload: z.object({ changeId: z.uuid() }),
  sample: { changeId: id },
  streamOf: ({ changeId }) => changeId,
});

/** A subgroup was made, renamed or removed, or somebody entered or left it. */
export const subgroupChanged = defineEvent({
  name: 'school.subgroup-changed',
  payload: z.object({ groupId: z.uuid(), subgroupId: z.uuid() }),
  sample: { groupId: id, subgroupId: other },
  streamOf: ({ groupId }) => groupId,
});

/** A course was made, changed or removed. */
export const courseChanged = defineEvent({
  name: 'school.course-changed',
  payload: z.object({ groupId: z.uuid(), courseId: z.uuid() }),
  sample: { groupId: id, courseId: other },
  streamOf: ({ groupId }) => groupId,
});

export const termChanged = defineEvent({
  name: 'school.term-changed',
  payload: z.object({ termId: z.uuid() }),
  sample: { termId: id },
  streamOf: ({ termId }) => termId,
});

/** `groupId` null: the holiday is for all groups. */
export const holidayChanged = defineEvent({
  name: 'school.holiday-changed',
  payload: z.object({ holidayId: z.uuid(), groupId: z.uuid().nullable() }),
  sample: { holidayId: id, groupId: null },
  streamOf: ({ holidayId }) => holidayId,
});
