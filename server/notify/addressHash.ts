import { createHash } from 'node:crypto';

/** By which an address is recognised without being kept. */
export const addressHash = (email: string): string =>
  createHash('sha256').update(email.trim().toLowerCase()).digest('hex').slice(0, 32);
