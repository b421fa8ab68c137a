import { generateSecret, generateURI, verify } from 'otplib';
import type { SessionControl } from '../host/session.ts';
import { codeOnPaper, readCode } from './domain/code.ts';
import type { Keys } from './keys.ts';
import { newCode } from './newCode.ts';
import { seal, unseal } from './seal.ts';
import { confirmSecret, secondFactorOf, takeStep, useRecoveryCode } from './store/secondFactors.ts';

const periodSeconds = 30;
const recoveryCodes = 8;

/** One-time codes from an app (TOTP, RFC 6238: six digits, every 30 s, SHA-1 as every app knows it). */
export interface SecondFactors {
  newSecret(accountId: string): { readonly secret: string; readonly sealed: string };
  addressOf(secret: string, login: string): string;
  newRecoveryCodes(): readonly { readonly shown: string; readonly codeHash: string }[];
  /** Whether the account has one that was confirmed. */
  isOn(session: SessionControl, accountId: string): Promise<boolean>;
  /** Whether this is the app's code now, or an unused recovery code; neither is taken twice. */
  takes(session: SessionControl, accountId: string, typed: string): Promise<boolean>;
  /** Whether this is the app's code of a secret that was not confirmed yet; confirms it. */
  confirms(session: SessionControl, accountId: string, typed: string): Promise<boolean>;
}

export function createSecondFactors(keys: Keys): SecondFactors {
  /** The step whose code this is: now, or one before or after, for clocks that differ. */
  async function stepOf(secret: string, typed: string, now: Date, lastStep: number): Promise<number | undefined> {
    const token = typed.replace(/\s/g, '');
    if (!/^\d{6}$/.test(token)) return undefined;
    const epoch = Math.floor(now.getTime() / 1000);
    const result = await verify({ secret, token, epoch, period: periodSeconds, epochTolerance: periodSeconds });
    const step = result.valid ? Math.floor(epoch / periodSeconds) + result.delta : undefined;
    return step !== undefined && step > lastStep ? step : undefined;
  }

  async function takesCode(
    session: SessionControl,
    accountId: string,
    typed: string,
    confirmed: boolean,
  ): Promise<boolean> {
    const factor = await session.inRead(session.actor, ({ db }) => secondFactorOf(db, accountId));
    if (!factor || (factor.confirmedAt !== null) !== confirmed) return false;
    const secret = unseal(keys.sealing, accountId, factor.secretSealed);
    const step = secret && (await stepOf(secret, typed, session.now, factor.lastStep));
    if (!step) return false;
    return session.inWrite(session.actor, async ({ db }) => {
      const isFirst = await takeStep(db, accountId, step);
      return isFirst && (confirmed || confirmSecret(db, accountId, session.now));
    });
  }

  return {
    newSecret: (accountId) => {
      const secret = generateSecret();
      return { secret, sealed: seal(keys.sealing, accountId, secret) };
    },
    addressOf: (secret, login) => generateURI({ issuer: 'Tutoria', label: login, secret }),
    newRecoveryCodes: () =>
      Array.from({ length: recoveryCodes }, newCode).map((code) => ({
        shown: codeOnPaper(code),
        codeHash: keys.hashOfCode(code),
      })),
    isOn: (session, accountId) =>
      session.inRead(session.actor, async ({ db }) => Boolean((await secondFactorOf(db, accountId))?.confirmedAt)),
    takes: async (session, accountId, typed) => {
      const code = readCode(typed);
      if (!code) return takesCode(session, accountId, typed, true);
      return session.inWrite(session.actor, ({ db }) =>
        useRecoveryCode(db, accountId, keys.hashOfCode(code), session.now),
      );
    },
    confirms: (session, accountId, typed) => takesCode(session, accountId, typed, false),
  };
}
