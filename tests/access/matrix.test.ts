import { expect } from 'chai';
import type { OwnedRoute } from '../../server/http/openapi.ts';
import { eachApp, type StartApp } from '../harness/eachApp.ts';
import { undoing } from '../harness/undoing.ts';
import { adminOf, localActors, outsiders } from './actors.ts';
import { asking } from './asking.ts';
import { cellFaults } from './cells.ts';
import { expectedRoutes } from './expected.ts';
import { forgetful, leak } from './leaks.ts';
import { accessFaults } from './matrix.ts';
import { secretFaults } from './secrets.ts';
import { topicFaults } from './topics.ts';
import { withoutSuccess } from './unserved.ts';
import { makeWorld } from './world.ts';

/** A world in which every write is answered and leaves nothing behind, so that all questions are about the same rows. */
async function begin(start: StartApp, options: Parameters<StartApp>[0] = {}) {
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

async function faultsOfAll(begun: Begun, routes: readonly OwnedRoute[]): Promise<string[]> {
  const faults: string[] = [];
  for (const owned of routes) faults.push(...(await faultsOf(begun, owned)));
  return faults;
}

/** `ACCESS_ROUTES=Draft npx mocha tests/access/*.test.ts` tries the routes with such names only, while a module is made. */
const wanted = new RegExp(process.env.ACCESS_ROUTES ?? '');

eachApp('Every role', (start) => {
  it('is answered by every route and topic about own, same group, other group and other school as the table says', async function () {
    this.timeout(600_000);
    const begun = await begin(start);
    const { test, cast, actors } = begun;
    const { routes } = test.app;
    const topics = await topicFaults(test, cast.world, actors, cast.outsiders);
    const faults = await faultsOfAll(
      begun,
      routes.filter(({ route }) => wanted.test(route.operationId)),
    );
    for (const route of withoutSuccess(cast.statuses)) console.log(`      served nobody: ${route}`);
    const known = new Set(routes.map(({ route }) => route.operationId));
    const gone = expectedRoutes().filter((id) => !known.has(id));
    const all = [...faults, ...topics, ...gone.map((id) => `there is no route ${id} any more`)];
    expect(all.length, `\n${all.join('\n')}\n`).to.equal(0);
  });

  it('is told apart where a route leaks, or forgets the group, the school, or to be in the table', async function () {
    this.timeout(600_000);
    const begun = await begin(start, { catalog: [leak, forgetful] });
    const planted = begun.test.app.routes.filter(({ plugin }) => plugin === 'leak' || plugin === 'forgetful');
    const faults = await faultsOfAll(begun, planted);
    const served = (role: string, relation: string) =>
      `showGroupWeek answers 200 to a ${role} about ${relation}, not n`;
    expect(faults).to.include.members([
      ...['coordinator', 'head', 'lead-tutor', 'psychologist'].map((role) => served(role, 'there')),
      ...['tutor', 'teacher', 'student', 'guardian'].flatMap((role) => [served(role, 'beside'), served(role, 'there')]),
      'forgottenRoute is in no row of tests/access/expected.ts',
      'leakOpen serves visitors without being meant to',
      'leakPeople tells a student of Thereby, of another school',
      'leakGroup answers 200 to a tutor of another school',
      'leakStudent answers 200 to a tutor of another school',
      'leakThing the matrix does not know what thingId names: add it to tests/access/targets.ts',
      // One field too many in a reply that its readers may have.
      'leakField shows the e-mail of a student of here to a teacher',
      'leakField shows the e-mail of a student of mate to a guardian',
    ]);
    // Tutors may write to families of their own groups.
    const allowed = /^leakField shows .* of (here|mate) to a (admin|tutor|head)$/;
    expect(faults.filter((fault) => allowed.test(fault))).to.deep.equal([]);
  });
});
