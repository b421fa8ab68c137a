import type { Request } from 'express';
import passport from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Database } from '../db/database.ts';
import type { Account } from '../host/session.ts';
import { fitsPassword } from './password.ts';
import { accountByLogin } from './store/accounts.ts';

/** Passport with the one way to sign in that it checks itself: login and password. */
export function createPassport(database: Database): passport.Authenticator {
  const authenticator = new passport.Passport();
  authenticator.use(
    'local',
    new LocalStrategy({ usernameField: 'login', passwordField: 'password' }, (login, password, done) => {
      accountFor(database, login, password).then((account) => done(null, account ?? false), done);
    }),
  );
  authenticator.serializeUser(
    (req: Request, user: Express.User, done: (reason: unknown, account?: Account) => void) => {
      Object.assign(req.session, user.fresh);
      done(null, { id: user.id, personId: user.personId });
    },
  );
  authenticator.deserializeUser((user: Account, done) => done(null, user));
  return authenticator;
}

async function accountFor(database: Database, login: string, password: string): Promise<Account | undefined> {
  const account = await accountByLogin(database.reader, login);
  const fits = await fitsPassword(account?.passwordHash, password);
  return fits && account && !account.isDisabled ? { id: account.id, personId: account.personId } : undefined;
}
