import { hash } from '@node-rs/argon2';
import { sign } from 'cookie-signature';
import type { Knex } from 'knex';
import { agent } from 'supertest';
import type TestAgentOf from 'supertest/lib/agent.js';
import type { App } from '../../server/app.ts';
import { deviceOf } from '../../server/auth/domain/device.ts';
import { cookieName, sessionIdOf } from '../../server/auth/sessionCookie.ts';

/** A browser's requests: keeps cookies and names its origin. Paths begin with `/api`. */
export type TestAgent = TestAgentOf;

const password = 'only-for-these-tests';

/**
 * Made once in each worker, as cheap as the algorithm allows: what a password costs to check lies in its hash, and
 * tests sign in by the thousand. What it costs in the product is tried where passwords are set.
 */
let passwordHash: Promise<string> | undefined;

export const visitor = (app: App): TestAgent => agent(app.server).set('Origin', app.config.publicUrl);

/** Gives a person an account when there is none. Returns what the sign-in page asks for. */
export async function accountOf(app: App, personId: string): Promise<{ login: string; password: string }> {
  const account = await newAccount(app, personId);
  await app.database.write((trx) => keptAccount(trx, account));
  return { login: account.login, password };
}

async function newAccount(app: App, personId: string) {
  passwordHash ??= hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  const login = `${personId}@tests.example`;
  return { id: app.newId(), personId, login, passwordHash: await passwordHash, createdAt: app.clock() };
}

/** The id of this account, or of the one that the person has already. */
async function keptAccount(trx: Knex, account: Awaited<ReturnType<typeof newAccount>>): Promise<string> {
  const { personId } = account;
  await trx('auth_account').insert(account).onConflict('personId').ignore();
  const kept: { id: string } | undefined = await trx('auth_account').where({ personId }).first('id');
  return kept?.id ?? account.id;
}

/**
 * Begins a session of a person, such as signing in begins. The tests of signing in have the page's own request; it is
 * slow on purpose against whoever guesses, and others sign in by the thousand.
 */
export async function beginSession(app: App, personId: string): Promise<{ name: string; value: string }> {
  const account = await newAccount(app, personId);
  const sid = app.newId();
  const now = app.clock();
  const held = { verifiedAt: now.toISOString(), secondFactor: false, device: deviceOf(undefined) };
  const times = { createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 14 * 86_400_000) };
  await app.database.write(async (trx) => {
    const accountId = await keptAccount(trx, account);
    const dataJson = JSON.stringify({ ...held, cookie, passport: { user: { id: accountId, personId } } });
    await trx('auth_session').insert({ id: sessionIdOf(sid), accountId, dataJson, ...times });
  });
  const value = encodeURIComponent(`s:${sign(sid, app.config.sessionSecret)}`);
  return { name: cookieName(app.config.mode === 'production'), value };
}

/** As express-session keeps it. */
const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: false, originalMaxAge: 14 * 86_400_000 };

/** Signs a person in. */
export async function signInAs(app: App, personId: string): Promise<TestAgent> {
  const browser = visitor(app);
  const { name, value } = await beginSession(app, personId);
  browser.jar.setCookie(`${name}=${value}; path=/`, '127.0.0.1', '/');
  return browser;
}
