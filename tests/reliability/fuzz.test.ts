import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { anyone } from '../../server/access/permission.ts';
import { catalog } from '../../server/catalog.ts';
import { apiRef, definePlugin } from '../../server/host/plugin.ts';
import type { OwnedRoute } from '../../server/http/openapi.ts';
import { defineProblem, Problem } from '../../server/http/problem.ts';
import { defineRead, defineWrite } from '../../server/http/route.ts';
import { eachApp, type TestApp } from '../harness/eachApp.ts';
import { isLong } from '../harness/isLong.ts';
import type { Pool } from './fuzz/arbitraryOf.ts';
import { faultOf, undeclaredKinds } from './fuzz/faultOf.ts';
import { casesOf, type FuzzRole, roles } from './fuzz/fuzzCase.ts';
import { freshCookie, fuzzedSchool, languageOf, poolNow } from './fuzz/fuzzedSchool.ts';
import { Sender } from './fuzz/sender.ts';

/** `FUZZ_CASES=500 FUZZ_SEED=7` tries more and others. */
const casesARoute = Number(process.env.FUZZ_CASES ?? (isLong ? 15 : 2));
/** With few cases most routes are only refused. */
const leastServed = casesARoute < 10 ? 30 : 60;
const seed = Number(process.env.FUZZ_SEED ?? 20261122);

/** Signing out and changing passwords come last, what destroys after what reads. */
const order = ({ route }: OwnedRoute): number =>
  /signOut|changeOwnPassword/.test(route.operationId)
    ? 3
    : { get: 0, post: 1, put: 1, patch: 1, delete: 2 }[route.method];

interface Outcome {
  readonly faults: readonly string[];
  /** Routes that served at least one of their cases. */
  readonly served: readonly string[];
}

/** After so long the tries of a route are ended. */
const longestRoute = 20_000;

/** Sends each route its cases, and lists what was wrong with the answers, with the smallest request that shows it. */
async function fuzz(test: TestApp, wanted: (owned: OwnedRoute) => boolean, cases = casesARoute): Promise<Outcome> {
  const { app } = test;
  const fuzzers = await fuzzedSchool(test);
  const { url } = test;
  const sender = new Sender(url);
  const faults: string[] = [];
  const served = new Set<string>();
  const cookies = new Map<FuzzRole, string>();
  let pool: Pool | undefined;
  for (const { route } of app.routes.filter(wanted).toSorted((a, b) => order(a) - order(b))) {
    if (!pool) {
      for (const role of roles) cookies.set(role, await freshCookie(test, fuzzers.get(role)?.personId ?? ''));
      pool = await poolNow(app.database.reader);
    }
    let isChanged = false;
    const undeclared = new Set<string>();
    const property = fc.asyncProperty(casesOf(route, pool), async ({ role, sent }) => {
      const language = await languageOf(app.database.reader, fuzzers.get(role)?.personId);
      const reply = await sender.send(sent, { 'accept-language': language, cookie: cookies.get(role) ?? '' });
      if (reply.status < 300) served.add(route.operationId);
      // Sessions and ids stay as they are when something was only read or refused.
      if (reply.status < 400 ? route.method !== 'get' : reply.status === 401 && role !== 'visitor') isChanged = true;
      for (const kind of undeclaredKinds(route, reply)) undeclared.add(kind);
      const fault = prototypeFault() ?? faultOf(route, reply, language, app.texts);
      if (fault) throw new Error(fault);
    });
    // Signing in has a body reader of its own, so that it is tried much more.
    const numRuns = route.operationId === 'signIn' ? cases * 8 : cases;
    const result = await fc.check(property, { seed, numRuns, interruptAfterTimeLimit: longestRoute });
    // Signing in counts failures, which lock an account.
    if (isChanged || route.operationId === 'signIn') pool = undefined;
    if (undeclared.size > 0)
      faults.push(`${route.operationId} refuses as it does not declare: ${[...undeclared].join(' ')}`);
    // A slow machine may end a heavy route's tries before the first; that is nobody's fault.
    if (result.failed && result.counterexample)
      faults.push(
        `${route.operationId} ${told(result.errorInstance)} to ${JSON.stringify(result.counterexample)?.slice(0, 600)}`,
      );
  }
  sender.close();
  return { faults, served: [...served] };
}

const membersOfAll = (): string => Object.getOwnPropertyNames(Object.prototype).sort().join();
const pure = membersOfAll();

const prototypeFault = (): string | undefined =>
  membersOfAll() === pure ? undefined : 'spoils the prototype of all objects';

const told = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));

eachApp('Requests of every kind to every route', (start) => {
  it('are served or refused as the route declares', async function () {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    // Twice as long, for what is made anew between routes.
    this.timeout(test.app.routes.length * longestRoute * 2);
    console.log(`      seed ${seed}, ${casesARoute} cases a route`);
    const { faults, served } = await fuzz(test, () => true);
    expect(faults.length, `\n${faults.join('\n')}\n`).to.equal(0);
    const never = test.app.routes.filter(({ route }) => !served.includes(route.operationId));
    expect(served.length, `never served: ${never.map(({ route }) => route.operationId).join(', ')}`).to.be.above(
      leastServed,
    );
  });
});

/** Mistakes that the fuzzer is there for. */
const broken = definePlugin({
  ref: apiRef('broken'),
  home: new URL('./', import.meta.url),
  start: () => ({
    api: null,
    routes: [
      defineRead({
        path: '/broken/upper',
        operationId: 'brokenUpper',
        summary: 'Throws at a query that nobody thought of.',
        permission: anyone,
        query: z.strictObject({ text: z.string().max(20).optional() }),
        output: z.object({ text: z.string() }),
        handle: async (_scope, { query }) => ({ text: JSON.parse(query.text ?? '"fine"') }),
      }),
      defineWrite({
        method: 'post',
        path: '/broken/undeclared',
        operationId: 'brokenUndeclared',
        summary: 'Refuses as it does not say, and without words.',
        permission: anyone,
        body: z.strictObject({ count: z.int() }),
        output: z.object({}),
        handle: async () => {
          throw new Problem(defineProblem('broken/odd', 409));
        },
      }),
      defineRead({
        path: '/broken/reply',
        operationId: 'brokenReply',
        summary: 'Sends what its own schema refuses.',
        permission: anyone,
        output: z.object({ at: z.date() }),
        handle: async ({ now }) => ({ at: now }),
      }),
    ],
  }),
});

eachApp('The fuzzer of routes', (start) => {
  it('tells of routes that throw, and of those that answer or refuse otherwise than they declare', async function () {
    this.timeout(600_000);
    const test = await start({ at: '2026-09-01T06:00:00Z', catalog: [...catalog, broken] });
    const { faults } = await fuzz(test, ({ plugin }) => plugin === 'broken', 15);
    for (const fault of [
      /^brokenUpper answers 500 to /,
      /^brokenUndeclared refuses as it does not declare: broken\/odd$/,
      /^brokenUndeclared has no title of broken\/odd in /,
      /^brokenReply does not fit its own schema/,
    ])
      expect(faults.filter((one) => fault.test(one))).to.have.length(1);
  });
});
