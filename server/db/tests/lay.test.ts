import { expect } from 'chai';
import { v7 } from 'uuid';
import { eachDatabase } from '../../../tests/harness/eachDatabase.ts';
import type { Database } from '../database.ts';
import type { Many } from '../laid.ts';
import { deleteMany, insertMany } from '../many.ts';

const at = new Date('2026-09-01T08:00:00Z');
const rowOf = (actorId: string, status: number) => ({
  ...{ id: v7(), actorId, route: 'POST /somewhere', key: v7(), bodyHash: '-', status },
  ...{ replyJson: JSON.stringify({ status }), createdAt: at },
});
const table = 'http_idempotency';
const statuses = (database: Database): Promise<number[]> => database.reader(table).orderBy('status').pluck('status');

eachDatabase('Rows that were laid out before a write', (open) => {
  it('are stored as they are without it, and only by the write', async () => {
    const database = await open();
    const rows = [rowOf(v7(), 201), rowOf(v7(), 202)];
    let laid: Many = [];
    await database.write(
      async (trx) => {
        expect(laid).to.not.equal(rows);
        await insertMany(trx, table, laid);
      },
      async (lay) => {
        laid = await lay(table, rows);
        expect(await statuses(database)).to.deep.equal([]);
      },
    );
    const stored = await database.reader(table).orderBy('status').select('id', 'status', 'replyJson', 'createdAt');
    expect(stored).to.deep.equal(rows.map(({ id, status }) => ({ id, status, replyJson: { status }, createdAt: at })));
  });

  it('keep nobody else from writing while they are laid out', async () => {
    const database = await open();
    let laid: Many = [];
    await database.write(
      (trx) => insertMany(trx, table, laid),
      async (lay) => {
        laid = await lay(table, [rowOf(v7(), 201)]);
        await database.write((trx) => insertMany(trx, table, [rowOf(v7(), 200)]));
      },
    );
    expect(await statuses(database)).to.deep.equal([200, 201]);
  });

  it('are gone with a write that fails, and do not stand in the way of the next', async () => {
    const database = await open();
    const attempt = async (work: (laid: Many) => Promise<void>): Promise<void> => {
      let laid: Many = [];
      await database.write(
        async (trx) => {
          await insertMany(trx, table, laid);
          await work(laid);
        },
        async (lay) => {
          laid = await lay(table, [rowOf(v7(), 201)]);
        },
      );
    };
    const failure = await attempt(() => Promise.reject(new Error('no'))).catch((reason: Error) => reason.message);
    expect(failure).to.equal('no');
    expect(await statuses(database)).to.deep.equal([]);
    await attempt(async () => undefined);
    expect(await statuses(database)).to.deep.equal([201]);
    expect(await leftTables(database)).to.deep.equal([]);
  });
});

/** A job lays out hundreds of times on one connection: what stayed would fill its memory. */
const leftTables = ({ writer, dialect }: Database): Promise<string[]> =>
  dialect === 'sqlite'
    ? writer('sqlite_temp_master').where('name', 'like', 'laid%').pluck('name')
    : writer('pg_class').where('relname', 'like', 'laid%').pluck('relname');

eachDatabase('Many rows', (open) => {
  it('are deleted by all members that are named, and by nothing less', async () => {
    const database = await open();
    const [anna, boris] = [v7(), v7()];
    await database.write((trx) =>
      insertMany(trx, table, [rowOf(anna, 200), rowOf(anna, 201), rowOf(boris, 200), rowOf(boris, 201)]),
    );
    await database.write((trx) =>
      deleteMany(trx, table, [
        { actorId: anna, status: 200 },
        { actorId: boris, status: 201 },
      ]),
    );
    const left: { actorId: string; status: number }[] = await database.reader(table).select('actorId', 'status');
    expect(left).to.have.deep.members([
      { actorId: anna, status: 201 },
      { actorId: boris, status: 200 },
    ]);
  });
});
