import { createHmac, timingSafeEqual } from 'node:crypto';
import { anyone } from '../../access/permission.ts';
import { Problem } from '../../http/problem.ts';
import { notFound } from '../../http/problems.ts';
import { defineWrite, type Route } from '../../http/route.ts';
import { takeReport } from '../commands/takeReport.ts';
import { AttendanceParams, AttendanceTaken, MeetingReport } from '../schemas.ts';

/** In the address to which a meeting server reports; whoever does not know it reports nothing. */
export const attendanceToken = (secret: string, roomId: string): string =>
  createHmac('sha256', secret).update(`attendance ${roomId}`).digest('hex');

/** Where the meeting server tells who was in a room. Without a secret there is nothing here. */
export const attendanceRoutes = (secret: string | undefined): readonly Route[] => [
  defineWrite({
    method: 'post',
    path: '/rooms/:roomId/attendance/:token',
    operationId: 'reportAttendance',
    summary: 'Takes the report of a meeting that is over, from the school’s BigBlueButton server.',
    permission: anyone,
    fromAnywhere: true,
    bodyLimit: 1_000_000,
    params: AttendanceParams,
    body: MeetingReport,
    output: AttendanceTaken,
    handle: async (scope, { params: { roomId, token }, body }) => {
      const expected = attendanceToken(secret ?? '', roomId);
      const isRight = secret !== undefined && timingSafeEqual(Buffer.from(token), Buffer.from(expected));
      if (!isRight) throw new Problem(notFound);
      return { people: await takeReport(scope, roomId, body) };
    },
  }),
];
