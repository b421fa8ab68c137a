import { expect } from 'chai';
import { eachDialect } from '../../../../tests/harness/eachDialect.ts';
import { tablesOfProduct, testConfig } from '../../../../tests/harness/product.ts';
import { system } from '../../../access/actor.ts';
import { type App, createApp } from '../../../app.ts';
import { createHeavyRequests, type HeavyRequests } from '../heavyRequests.ts';

const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (reason: unknown) => (reason instanceof Error ? reason.message : 'no error'),
  );

eachDialect('Heavy requests', ({ keep, empty }) => {
  const term = (name: string, startsOn: string, endsOn: string) => ({ name, startsOn, endsOn });

  let app: App;
  let heavy: HeavyRequests;
  const wrote: number[] = [];

  // A thread loads the whole product; one does for all of these tests.
  before(async () => {
    const { config: database } = await empty(tablesOfProduct());
    app = await createApp(testConfig(database), { migrate: false });
    keep(() => app.close());
    const parts = { config: app.config, database: app.database, bus: app.bus, log: app.log };
    heavy = createHeavyRequests({ ...parts, wrote: () => void wrote.push(1) });
    keep(() => heavy.close());
  });

  const ask = (operationId: string, body?: unknown, idempotencyKey?: string) => {
    const input = { params: {}, query: {}, body, ifMatch: 0 };
    const actor = { ...system, personId: '01900000-0000-7000-8000-000000000001' };
    return heavy.answer(operationId, { actor, input, address: 'POST /terms', idempotencyKey });
  };
  const termsLike = (pattern: string): Promise<string[]> =>
    app.database.reader('school_term').where('name', 'like', pattern).pluck('name');

  it('are answered, refused and remembered in their thread as they would be here', async () => {
    const autumn = term('Autumn', '2026-09-01', '2026-12-20');
    const first = await ask('createTerm', autumn, 'the-same-key');
    expect(first).to.deep.include({ status: 201 });
    expect(await ask('createTerm', autumn, 'the-same-key')).to.deep.equal(first);
    expect(await refusalOf(ask('createTerm', term('Again', '2026-10-01', '2026-11-01')))).to.equal(
      'school/term-overlaps',
    );
    expect(wrote.length).to.be.greaterThan(0);
    expect(await termsLike('Au%')).to.deep.equal(['Autumn']);
  });

  it('write in turns with the main thread', async () => {
    const years = Array.from({ length: 12 }, (_, at) => 2030 + at);
    await Promise.all(
      years.flatMap((year) => [
        ask('createTerm', term(`There ${year}`, `${year}-01-01`, `${year}-05-01`)),
        app.database.write((trx) =>
          trx('school_term').insert({ id: app.newId(), ...term(`Here ${year}`, `${year}-06-01`, `${year}-12-01`) }),
        ),
      ]),
    );
    expect(await termsLike('%ere 20__')).to.have.length(24);
  });

  it('fail with their thread, and the next one gets another', async () => {
    const lost = ask('listTerms').then(
      () => 'answered',
      () => 'failed',
    );
    await heavy.close();
    expect(await lost).to.equal('failed');
    expect(await ask('listTerms')).to.include({ status: 200 });
  });

  it('are defects when there is no such route', async () => {
    expect(await refusalOf(ask('nothingLikeThat'))).to.equal('A heavy request failed');
  });
});
