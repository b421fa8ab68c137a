import { z } from 'zod';

export const AttendanceParams = z.strictObject({ roomId: z.uuid(), token: z.string().min(1).max(100) });

const seconds = z.number().min(0).max(86_400);

/** What BigBlueButton tells after a meeting; everything else in it is left aside. */
export const MeetingReport = z.looseObject({
  data: z.looseObject({
    attendees: z
      .array(
        z.looseObject({
          ext_user_id: z.string().max(200),
          duration: seconds,
          joins: z.array(z.iso.datetime({ offset: true })).max(500),
        }),
      )
      .max(1000),
  }),
});
export type MeetingReport = z.infer<typeof MeetingReport>;

export const AttendanceTaken = z.object({ people: z.int() });
