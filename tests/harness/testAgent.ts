import { agent } from 'supertest';
import type TestAgentOf from 'supertest/lib/agent.js';
import type { App } from '../../server/app.ts';
import { hashPassword } from '../../server/auth/password.ts';

/** A browser's requests: keeps cookies and names its origin. Paths begin with `/api`. */
export type TestAgent = TestAgentOf;

const password = 'only-for-these-tests';
/** Made once in each worker; it costs as much as it should. */
let passwordHash: Promise<string> | undefined;

export const visitor = (app: App): TestAgent => agent(app.server).set('Origin', app.config.publicUrl);

/** Signs a person in, who gets an account when there is none. */
export async function signInAs(app: App, personId: string): Promise<TestAgent> {
  const login = `${personId}@tests.example`;
  passwordHash ??= hashPassword(password);
  const account = { id: app.newId(), personId, login, passwordHash: await passwordHash, createdAt: app.clock() };
  await app.database.write((trx) => trx('auth_account').insert(account).onConflict('personId').ignore());
  const browser = visitor(app);
  await browser.post('/api/session').send({ login, password }).expect(200);
  return browser;
}
