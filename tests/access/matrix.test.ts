import { expect } from 'chai';
import { eachApp } from '../harness/eachApp.ts';
import { expectedRoutes } from './expected.ts';
import { topicFaults } from './topics.ts';
import { begin, faultsOfAll, routesOf } from './trying.ts';

eachApp('Every role', (start) => {
  it('is answered by every read and topic about own, same group, other group and other school as the table says', async function () {
    this.timeout(600_000);
    const begun = await begin(start);
    const { test, cast, actors } = begun;
    const topics = await topicFaults(test, cast.world, actors, cast.outsiders);
    const faults = await faultsOfAll(begun, routesOf('reads', begun));
    const known = new Set(test.app.routes.map(({ route }) => route.operationId));
    const gone = expectedRoutes().filter((id) => !known.has(id));
    const all = [...faults, ...topics, ...gone.map((id) => `there is no route ${id} any more`)];
    expect(all.length, `\n${all.join('\n')}\n`).to.equal(0);
  });
});
