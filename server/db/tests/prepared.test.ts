import { expect } from 'chai';
import { v7 } from 'uuid';
import { eachDatabase } from '../../../tests/harness/eachDatabase.ts';
import { prepared } from '../prepared.ts';

interface Reply {
  readonly status: number;
  readonly replyJson: unknown;
  readonly createdAt: Date;
}

const keptReplies = prepared<{ actorId: string; since: Date }, Reply>((db, value) =>
  db('http_idempotency')
    .where({ route: 'POST /somewhere' })
    .where('createdAt', '>=', value('since'))
    .where({ actorId: value('actorId') })
    .orderBy('status')
    .select('status', 'replyJson', 'createdAt'),
);

const at = new Date('2026-09-01T08:00:00Z');
const rowOf = (actorId: string, status: number) => ({
  ...{ id: v7(), actorId, route: 'POST /somewhere', key: v7(), bodyHash: '-', status },
  ...{ replyJson: JSON.stringify({ status }), createdAt: at },
});

eachDatabase('A query whose text is made once', (open) => {
  it('answers rows as any other query does, for whichever values it is asked', async () => {
    const database = await open();
    const [anna, boris] = [v7(), v7()];
    await database.write((trx) => trx('http_idempotency').insert([rowOf(anna, 201), rowOf(anna, 200)]));
    await database.write((trx) => trx('http_idempotency').insert(rowOf(boris, 202)));
    const of = (actorId: string, since: Date) => keptReplies(database.reader, { actorId, since });
    const reply = (status: number) => ({ status, replyJson: { status }, createdAt: at });
    expect(await of(anna, at)).to.deep.equal([reply(200), reply(201)]);
    expect(await of(boris, at)).to.deep.equal([reply(202)]);
    expect(await of(boris, new Date(at.getTime() + 1))).to.deep.equal([]);
  });

  it('sees at once what was committed, and in a transaction what that has written', async () => {
    const database = await open();
    const actorId = v7();
    const count = async (db = database.reader) => (await keptReplies(db, { actorId, since: at })).length;
    expect(await count()).to.equal(0);
    await database.write(async (trx) => {
      await trx('http_idempotency').insert(rowOf(actorId, 200));
      expect(await count(trx)).to.equal(1);
      expect(await count()).to.equal(0);
    });
    expect(await count()).to.equal(1);
  });

  it('fails like any other query when there is no such column', async () => {
    const database = await open();
    const ask = prepared<{ id: string }, Reply>((db, value) => db('http_idempotency').where({ nowhere: value('id') }));
    let failure: unknown;
    await ask(database.reader, { id: v7() }).catch((reason: unknown) => {
      failure = reason;
    });
    expect(String(failure)).to.match(/nowhere/);
  });
});
