import { z } from 'zod';
import type { WriteScope } from '../../host/scope.ts';
import { roomAttended } from '../events.ts';
import type { MeetingReport } from '../schemas.ts';
import { type AttendanceRow, knownPeople, saveAttendance } from '../store/attendance.ts';

const isId = (text: string): boolean => z.uuid().safeParse(text).success;

/** Stores how long those were in a room whom the school knows. Returns how many they are. */
export async function takeReport(scope: WriteScope, roomId: string, { data }: MeetingReport): Promise<number> {
  const told = data.attendees.filter(({ ext_user_id: id }) => isId(id));
  const known = await knownPeople(
    scope.db,
    told.map(({ ext_user_id: id }) => id),
  );
  const rows = new Map<string, AttendanceRow>();
  for (const { ext_user_id: personId, joins, duration } of told) {
    const [joined] = joins.toSorted();
    if (!known.has(personId) || joined === undefined) continue;
    // Somebody who came by two devices is told twice.
    const before = rows.get(personId)?.seconds ?? 0;
    const seconds = Math.max(before, Math.round(duration));
    rows.set(personId, { id: scope.newId(), roomId, personId, joinedAt: new Date(joined), seconds });
  }
  await saveAttendance(scope.db, [...rows.values()]);
  if (rows.size > 0) scope.emit(roomAttended, { roomId });
  return rows.size;
}
