import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { atMost } from './atMost.ts';

/** OWASP's minimum for argon2id; one login takes some 10 ms of a core (reliability bars). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One core stays for those who answer requests. */
const inTurn = atMost(Math.min(2, Math.max(1, availableParallelism() - 1)));

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

/** A hash of nobody's password, so that an unknown login takes as long as a wrong password. */
const nobodysHash = hashPassword('nobody has this password');

/** Whether the password fits; `undefined` stands for an account that does not exist. */
export async function fitsPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const against = passwordHash ?? (await nobodysHash);
  const fits = await inTurn(() => verify(against, password));
  return fits && passwordHash !== undefined;
}
