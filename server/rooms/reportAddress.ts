import { createHmac, timingSafeEqual } from 'node:crypto';

/** In the address to which a meeting server reports about a room; whoever does not know it reports nothing. */
export const attendanceToken = (secret: string, roomId: string): string =>
  createHmac('sha256', secret).update(`attendance ${roomId}`).digest('hex');

export function isAttendanceToken(secret: string, roomId: string, token: string): boolean {
  const [expected, given] = [Buffer.from(attendanceToken(secret, roomId)), Buffer.from(token)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
