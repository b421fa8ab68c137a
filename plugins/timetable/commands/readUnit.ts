import { z } from 'zod';
import type { PlannedChange } from '../domain/publish/plannedChange.ts';

const Place = z.object({
  on: z.string(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  teacherId: z.string().nullable(),
});

const Changes = z.array(
  z.object({
    kind: z.enum(['moved', 'cancelled', 'added']),
    lessonId: z.string(),
    isNew: z.boolean(),
    groupId: z.string(),
    courseId: z.string(),
    nth: z.int(),
    weekOn: z.string(),
    subgroupId: z.string().nullable(),
    from: Place.nullable(),
    to: Place.nullable(),
    isByHand: z.boolean(),
    revision: z.int(),
    commitmentId: z.string().nullable(),
    zone: z.string(),
    joinUrl: z.string().nullable(),
  }),
);

/** The changes of a unit as they were stored. */
export const readUnit = (json: unknown): readonly PlannedChange[] => Changes.parse(json);
