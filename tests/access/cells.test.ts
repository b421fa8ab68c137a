import { expect } from 'chai';
import { z } from 'zod';
import { signedIn } from '../../server/access/permission.ts';
import { apiRef, definePlugin } from '../../server/host/plugin.ts';
import { defineRead } from '../../server/http/route.ts';
import { eachApp, type StartApp } from '../harness/eachApp.ts';
import { undoing } from '../harness/undoing.ts';
import { adminOf, localActors } from './actors.ts';
import { cellFaults } from './cells.ts';
import { expectedRoutes } from './expected.ts';
import { makeWorld } from './world.ts';

/** A world in which every write is answered and leaves nothing behind. */
async function faultsOf(start: StartApp, options: Parameters<StartApp>[0] = {}): Promise<string[]> {
  const { around, undo } = undoing();
  const test = await start({ ...options, around });
  const world = await makeWorld(test);
  const actors = [await adminOf(test), ...(await localActors(test, world.here))];
  undo();
  const faults: string[] = [];
  for (const owned of test.app.routes)
    if (!('session' in owned.route)) faults.push(...(await cellFaults(owned, actors, world)));
  const known = new Set(test.app.routes.map(({ route }) => route.operationId));
  if (!options.catalog)
    faults.push(...expectedRoutes().flatMap((id) => (known.has(id) ? [] : [`there is no route ${id} any more`])));
  return faults;
}

eachApp('Every role', (start) => {
  it('is answered by every route about own, same group, other group and other school as the table says', async function () {
    this.timeout(240_000);
    expect(await faultsOf(start)).to.deep.equal([]);
  });

  it('is told apart where a route forgets the group, the school, or to be in the table', async function () {
    this.timeout(120_000);
    const faults = await faultsOf(start, { catalog: [forgetful] });
    const served = (role: string, relation: string) =>
      `showGroupWeek answers 200 to a ${role} about ${relation}, not n`;
    expect(faults).to.have.members([
      ...['coordinator', 'head', 'lead-tutor', 'psychologist'].map((role) => served(role, 'there')),
      ...['tutor', 'teacher', 'student', 'guardian'].flatMap((role) => [served(role, 'beside'), served(role, 'there')]),
      'forgottenRoute is in no row of tests/access/expected.ts',
    ]);
  });
});

/** Asks for no group at all, under the name of a route that must. */
const forgetful = definePlugin({
  ref: apiRef('forgetful'),
  home: new URL('./', import.meta.url),
  start: () => ({
    api: null,
    routes: [
      defineRead({
        path: '/forgetful/groups/:groupId',
        operationId: 'showGroupWeek',
        summary: 'Shows any group.',
        permission: signedIn,
        params: z.strictObject({ groupId: z.uuid() }),
        output: z.object({}),
        handle: async () => ({}),
      }),
      defineRead({
        path: '/forgetful/nothing',
        operationId: 'forgottenRoute',
        summary: 'Is new.',
        permission: signedIn,
        output: z.object({}),
        handle: async () => ({}),
      }),
    ],
  }),
});
