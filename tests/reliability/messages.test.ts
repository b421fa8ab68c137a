import { expect } from 'chai';
import { eachDialect } from '../harness/eachDialect.ts';
import { chaos } from './messaging/chaos.ts';
import { emptyPlace } from './processes/emptyPlace.ts';
import { openApp } from './processes/racingSchool.ts';

eachDialect('Messages under cut connections, black holes and killed servers', (dialected) => {
  it('are all delivered once and in order, where a plain emit loses some', async function () {
    this.timeout(600_000);
    const place = await emptyPlace(dialected);
    const app = await openApp(place.database);
    dialected.keep(() => app.close());
    const processes = place.database.dialect === 'postgres' ? 2 : 1;
    const verdict = await chaos(app, place, { devices: 4, messages: 15, kills: 1, processes, seed: 7 });
    expect(verdict).to.include({ sent: 60, lost: 0, doubled: 0, reordered: 0 });
    expect(verdict.lostByPlainEmit).to.be.above(0);
  });
});
