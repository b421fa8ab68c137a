import { createHmac } from 'node:crypto';

/** A name for a room that nobody can guess, the same every time. */
export const roomNameOf = (secret: string, roomId: string): string =>
  createHmac('sha256', secret).update(`room ${roomId}`).digest('hex').slice(0, 32);
