import { expect } from 'chai';
import type { Route } from '../../server/http/route.ts';
import { eachApp, type StartApp } from '../harness/eachApp.ts';
import { undoing } from '../harness/undoing.ts';
import { adminOf } from './actors.ts';
import { type Question, questionOf, sending } from './asking.ts';
import { makeWorld } from './world.ts';

/** An admin with a fresh session, whose writes leave nothing behind, and what every write would be asked. */
async function begin(start: StartApp) {
  const { around, undo } = undoing();
  const test = await start({ around, config: { requestsPerMinute: 1_000_000 } });
  const world = await makeWorld(test);
  const { cookie } = await adminOf(test);
  undo();
  const origin = test.app.config.publicUrl;
  const writes = test.app.routes
    .map(({ route }) => route)
    .filter(({ method }) => method !== 'get')
    .map((route) => ({ route, question: questionOf(route, world.here) }));
  return { send: sending(test.url), writes, headers: { cookie, origin } };
}

/**
 * Other programs post here by themselves: mail programs (RFC 8058), the school's mail server and its meeting server. The
 * address is a right of its own, and the session is not looked at. Named by hand, so that a new one is thought about.
 */
const fromElsewhere = new Set(['stopMailByOneClick', 'receiveMail', 'reportAttendance']);

interface Write {
  readonly route: Route;
  readonly question: Question;
}

/** The writes that answer an attack otherwise than they must. */
async function faultsOf(
  writes: readonly Write[],
  attack: (question: Question) => Promise<{ readonly status: number; readonly text: string }>,
  isRight: (status: number, text: string) => boolean,
): Promise<string[]> {
  const faults: string[] = [];
  for (const { route, question } of writes) {
    const { status, text } = await attack(question);
    if (!isRight(status, text)) faults.push(`${route.operationId}: ${status} ${text.slice(0, 200)}`);
  }
  return faults;
}

const isForeign = (status: number, text: string): boolean =>
  status === 403 && text.includes('/problems/http/foreign-origin');

eachApp('Every write', (start) => {
  it('is refused from another site, and from a page that hides where it is', async function () {
    this.timeout(600_000);
    const { send, writes, headers } = await begin(start);
    const ofPages = writes.filter(({ route }) => !fromElsewhere.has(route.operationId));
    for (const origin of ['https://evil.example', `${headers.origin}.evil.example`, 'null', undefined]) {
      const { origin: _ours, ...rest } = headers;
      const sent = { ...rest, ...(origin ? { origin } : {}) };
      const attack = (question: Question) => send({ ...question, headers: { ...question.headers, ...sent } });
      expect(await faultsOf(ofPages, attack, isForeign), String(origin)).to.deep.equal([]);
    }
  });

  it('refuses members that it does not declare, and keys that reach prototypes', async function () {
    this.timeout(600_000);
    const { send, writes, headers } = await begin(start);
    const withBody = writes.filter(({ question }) => question.body !== undefined);
    expect(withBody.length).to.be.above(60);
    for (const more of [
      '"isAdmin":true',
      '"__proto__":{"isAdmin":true}',
      '"constructor":{"prototype":{"isAdmin":true}}',
    ]) {
      const attack = ({ body = '', ...question }: Question) =>
        send({
          ...question,
          headers: { ...question.headers, ...headers },
          body: body === '{}' ? `{${more}}` : `${body.slice(0, -1)},${more}}`,
        });
      // What an admin may not do at all is not read.
      const isRight = (status: number): boolean => status === 400 || status === 403;
      expect(await faultsOf(withBody, attack, isRight), more).to.deep.equal([]);
    }
    expect(({} as { isAdmin?: unknown }).isAdmin).to.equal(undefined);
  });
});
