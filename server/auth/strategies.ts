import passport from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Database } from '../db/database.ts';
import type { Account } from '../host/session.ts';
import { fitsPassword } from './password.ts';
import { accountByLogin } from './store/accounts.ts';

/** Passport with the ways to sign in: login and password today. */
export function createPassport(database: Database): passport.Authenticator {
  const authenticator = new passport.Passport();
  authenticator.use(
    'local',
    new LocalStrategy({ usernameField: 'login', passwordField: 'password' }, (login, password, done) => {
      accountFor(database, login, password).then((account) => done(null, account ?? false), done);
    }),
  );
  authenticator.serializeUser((user, done) => done(null, { id: user.id, personId: user.personId }));
  authenticator.deserializeUser((user: Account, done) => done(null, user));
  return authenticator;
}

async function accountFor(database: Database, login: string, password: string): Promise<Account | undefined> {
  const account = await accountByLogin(database.reader, login);
  const fits = await fitsPassword(account?.passwordHash, password);
  return fits && account && !account.isDisabled ? { id: account.id, personId: account.personId } : undefined;
}
