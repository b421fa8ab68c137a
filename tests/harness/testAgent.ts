import { hash } from '@node-rs/argon2';
import { agent } from 'supertest';
import type TestAgentOf from 'supertest/lib/agent.js';
import type { App } from '../../server/app.ts';

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
  const login = `${personId}@tests.example`;
  passwordHash ??= hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  const account = { id: app.newId(), personId, login, passwordHash: await passwordHash, createdAt: app.clock() };
  await app.database.write((trx) => trx('auth_account').insert(account).onConflict('personId').ignore());
  return { login, password };
}

/** Signs a person in. */
export async function signInAs(app: App, personId: string): Promise<TestAgent> {
  const browser = visitor(app);
  await browser
    .post('/api/session')
    .send(await accountOf(app, personId))
    .expect(200);
  return browser;
}
