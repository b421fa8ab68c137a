import type { Knex } from 'knex';
import type { SignInConfig } from '../config.ts';
import type { SessionControl } from '../host/session.ts';
import { Problem } from '../http/problem.ts';
import { decideAttempt, type Limits } from './domain/throttle.ts';
import type { Keys } from './keys.ts';
import { tooManyAttempts } from './problems.ts';
import { normalLogin } from './store/accounts.ts';
import { countFailure, noteSuccess, uncountFailure } from './store/attempts.ts';

/** Whatever may be guessed at the door is counted before it is looked at, so that a thousand guesses at once all count. */
export interface AttemptGuard {
  /** @throws Problem auth/too-many-attempts. Counts as a failure until `passed`. */
  begin(session: SessionControl, login: string): Promise<void>;
  passed(session: SessionControl, login: string): Promise<void>;
  /** The same for codes, which belong to nobody before they are known: counted by address alone. */
  beginCode(session: SessionControl): Promise<void>;
  codePassed(session: SessionControl): Promise<void>;
}

/** An account is tried from many places at once only by somebody who tries passwords. */
const perAccount = 10;

/** Cards are typed by whole classes behind one address; 59 bits are not found in so few tries. */
const wrongCodes = 150;

export function createAttemptGuard(keys: Keys, config: SignInConfig): AttemptGuard {
  const limits: Limits = {
    pair: config.failures,
    account: config.failures * perAccount,
    address: config.failuresPerAddress,
    windowMs: config.lockMinutes * 60_000,
  };
  const keysOf = ({ address }: SessionControl, login: string) => ({
    address: keys.hashOfAttempt(`address ${address}`),
    account: keys.hashOfAttempt(`account ${normalLogin(login)}`),
    pair: keys.hashOfAttempt(`pair ${address} ${normalLogin(login)}`),
  });
  const codeKey = ({ address }: SessionControl) => keys.hashOfAttempt(`code ${address}`);
  const write = <T>(session: SessionControl, work: (db: Knex.Transaction) => Promise<T>): Promise<T> =>
    session.inWrite(session.actor, ({ db }) => work(db));

  return {
    begin: async (session, login) => {
      const named = keysOf(session, login);
      const verdict = await write(session, async (db) => {
        const count = async (key: string) => countFailure(db, key, session.now, limits.windowMs);
        const [address, account, pair] = [
          await count(named.address),
          await count(named.account),
          await count(named.pair),
        ];
        const since = ({ failures, sinceAt }: typeof pair) => ({ failures, since: sinceAt });
        return decideAttempt(
          { pair: since(pair), account: since(account), address: since(address), isKnown: pair.succeededAt !== null },
          limits,
          session.now,
        );
      });
      if (verdict.kind === 'wait') throw new Problem(tooManyAttempts, { minutes: verdict.minutes });
    },
    passed: async (session, login) => {
      const { address, account, pair } = keysOf(session, login);
      await write(session, async (db) => {
        await uncountFailure(db, [address, account]);
        await noteSuccess(db, pair, session.now);
      });
    },
    beginCode: async (session) => {
      const { failures, sinceAt } = await write(session, (db) =>
        countFailure(db, codeKey(session), session.now, limits.windowMs),
      );
      if (failures <= wrongCodes) return;
      const minutes = Math.max(1, Math.ceil((sinceAt.getTime() + limits.windowMs - session.now.getTime()) / 60_000));
      throw new Problem(tooManyAttempts, { minutes });
    },
    codePassed: async (session) => {
      await write(session, (db) => uncountFailure(db, [codeKey(session)]));
    },
  };
}
