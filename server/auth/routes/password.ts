import { z } from 'zod';
import { signedIn } from '../../access/permission.ts';
import { Problem } from '../../http/problem.ts';
import { defineSessionRoute } from '../../http/route.ts';
import { fitsPassword, hashPassword } from '../password.ts';
import { wrongPassword } from '../problems.ts';
import { ChangePassword } from '../schemas.ts';
import { accountOfPerson, endSessionsOf, setPasswordHash } from '../store/accounts.ts';

/** Own password; every session ends, this one starts afresh. Hashing happens outside of the transaction. */
export const passwordRoute = defineSessionRoute({
  method: 'post',
  path: '/me/password',
  operationId: 'changeOwnPassword',
  summary: 'Changes the own password and ends the other sessions.',
  permission: signedIn,
  body: ChangePassword,
  output: z.object({ changed: z.literal(true) }),
  bodyLimit: 10_000,
  problems: [wrongPassword],
  handle: async (session, { body }) => {
    const account = await session.inRead(session.actor, ({ db }) => accountOfPerson(db, session.actor.personId));
    if (!account || !(await fitsPassword(account.passwordHash, body.current))) throw new Problem(wrongPassword);
    const passwordHash = await hashPassword(body.next);
    await session.inWrite(session.actor, async ({ db }) => {
      await setPasswordHash(db, account.id, passwordHash);
      await endSessionsOf(db, account.id);
    });
    await session.signIn(account);
    return { changed: true as const };
  },
});
