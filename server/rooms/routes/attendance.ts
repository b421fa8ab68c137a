import { readFile } from 'node:fs/promises';
import { anyone } from '../../access/permission.ts';
import { ReceivedFile } from '../../host/receivedFile.ts';
import { Problem } from '../../http/problem.ts';
import { malformed, notFound } from '../../http/problems.ts';
import { defineWrite, type Route } from '../../http/route.ts';
import { takeReport } from '../commands/takeReport.ts';
import { isAttendanceToken } from '../reportAddress.ts';
import { AttendanceParams, AttendanceTaken, MeetingReport } from '../schemas.ts';

/** Where the meeting server tells who was in a room. Without a secret there is nothing here. */
export const attendanceRoutes = (secret: string | undefined): readonly Route[] => [
  defineWrite({
    method: 'post',
    path: '/rooms/:roomId/attendance/:token',
    operationId: 'reportAttendance',
    summary: 'Takes the report of a meeting that is over (JSON), from the school’s BigBlueButton server.',
    permission: anyone,
    fromAnywhere: true,
    // Whatever such a server adds to its reports, only what is known is looked at.
    upload: true,
    bodyLimit: 1_000_000,
    params: AttendanceParams,
    body: ReceivedFile,
    output: AttendanceTaken,
    mustKnow: ({ roomId, token }) => {
      if (secret === undefined || !isAttendanceToken(secret, roomId, token)) throw new Problem(notFound);
    },
    prepare: async (_scope, { body }) => {
      const report = MeetingReport.safeParse(jsonOf(await readFile(body.path, 'utf8')));
      if (!report.success) throw new Problem(malformed, { issues: [] });
      return report.data;
    },
    handle: async (scope, { params }, report) => ({ people: await takeReport(scope, params.roomId, report) }),
  }),
];

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
