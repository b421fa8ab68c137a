import { availableParallelism } from 'node:os';
import { atMost } from './atMost.ts';

/** Loaded by whoever signs people in; threads do not. */
const argon2 = () => import('@node-rs/argon2');

/** OWASP's minimum for argon2id; one login takes some 10 ms of a core (reliability bars). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One core stays for those who answer requests. */
const inTurn = atMost(Math.min(2, Math.max(1, availableParallelism() - 1)));

export const hashPassword = (password: string): Promise<string> =>
  inTurn(async () => (await argon2()).hash(password, cost));

/** A hash of nobody's password, so that an unknown login takes as long as a wrong password. Made at the first sign-in. */
let nobodysHash: Promise<string> | undefined;

/** Whether the password fits; `undefined` stands for an account that does not exist. */
export async function fitsPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password');
  // Everybody waits for it, so that nobody learns from its being made who has an account.
  const nobodys = await nobodysHash;
  const fits = await inTurn(async () => (await argon2()).verify(passwordHash ?? nobodys, password));
  return fits && passwordHash !== undefined;
}
