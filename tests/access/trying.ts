import type { OwnedRoute } from '../../server/http/openapi.ts';
import type { StartApp } from '../harness/eachApp.ts';
import { undoing } from '../harness/undoing.ts';
import { adminOf, localActors, outsiders } from './actors.ts';
import { asking } from './asking.ts';
import { cellFaults } from './cells.ts';
import { accessFaults } from './matrix.ts';
import { secretFaults } from './secrets.ts';
import { withoutSuccess } from './unserved.ts';
import { makeWorld } from './world.ts';

/** A world in which every write is answered and leaves nothing behind, so that all questions are about the same rows. */
export async function begin(start: StartApp, options: Parameters<StartApp>[0] = {}) {
  const { around, undo } = undoing();
  const test = await start({ ...options, around, config: { requestsPerMinute: 1_000_000 } });
  const world = await makeWorld(test);
  const admin = await adminOf(test);
  const locals = await localActors(test, world.here);
  const cast = { world, admin, locals, outsiders: await outsiders(test), ...asking(test) };
  undo();
  return { test, cast, actors: [admin, ...locals] };
}

type Begun = Awaited<ReturnType<typeof begin>>;

/** What is wrong with one route: by the table, by its permission, by single fields. */
async function faultsOf({ cast, actors }: Begun, owned: OwnedRoute): Promise<string[]> {
  const { world, ask } = cast;
  const byTable = await cellFaults(owned, actors, world, ask);
  const byPermission = await accessFaults(owned, cast);
  const bySecrets = await secretFaults(owned, actors, world, ask);
  return [...byTable, ...byPermission.map((fault) => `${owned.route.operationId} ${fault}`), ...bySecrets];
}

/** `ACCESS_ROUTES=Draft npx mocha tests/access/matrix.test.ts` tries the routes with such names only, while a module is made. */
const wanted = process.env.ACCESS_ROUTES;

/** The matrix is tried in parts, which run side by side: reads, and writes. Every route is in one of them. */
const parts = {
  reads: ({ route }: OwnedRoute) => route.method === 'get',
  writes: ({ route }: OwnedRoute) => route.method !== 'get',
};

/** The routes of a part; whoever names some gets them in whichever part they ask. */
export const routesOf = (part: keyof typeof parts, { test }: Begun): OwnedRoute[] =>
  test.app.routes.filter(wanted ? ({ route }) => new RegExp(wanted).test(route.operationId) : parts[part]);

/** Whom these routes answer otherwise than the table, their permission and the secrets say, one line each. */
export async function faultsOfAll(begun: Begun, routes: readonly OwnedRoute[]): Promise<string[]> {
  const faults: string[] = [];
  for (const owned of routes) faults.push(...(await faultsOf(begun, owned)));
  for (const route of withoutSuccess(begun.cast.statuses)) console.log(`      served nobody: ${route}`);
  return faults;
}
