import { expect } from 'chai';
import { v7 } from 'uuid';
import { eachDatabase } from '../../../tests/harness/eachDatabase.ts';
import type { Database } from '../../db/database.ts';
import type { WriteScope } from '../../host/scope.ts';
import { claim, moveCommitment } from '../ledger/ledger.ts';
import { addSubject } from '../ledger/overrides.ts';
import { defineResource } from '../ledger/resources.ts';
import { between, doubleBookings, LedgerFixture, ledgerOnly, lesson, refusalOf } from './ledgerFixture.ts';

const claimers = 80;

/** Whether a race was won; a refusal is an answer, anything else fails the test. */
const won = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    async () => {
      await refusalOf(work);
      return false;
    },
  );

/** Many at once take shifted, partly overlapping times of one teacher; some move, some fail on purpose after claiming. */
async function race(database: Database): Promise<{ won: number; left: number }> {
  const fixture = new LedgerFixture(database);
  const teacher = v7();
  const attempt = (i: number) => async (scope: WriteScope) => {
    const from = (i * 7) % 120;
    const made = await claim(scope, lesson(from, from + 20 + (i % 3) * 10, teacher, v7()));
    if (i % 4 === 0) await moveCommitment(scope, made.id, between(from + 5, from + 30));
    if (i % 5 === 0) throw new Error('changed its mind');
  };
  const results = await Promise.all(
    Array.from({ length: claimers }, (_, i) =>
      i % 5 === 0
        ? fixture.write(attempt(i)).then(
            () => true,
            () => false,
          )
        : won(fixture.write(attempt(i))),
    ),
  );
  const left = await fixture.takenOf(teacher);
  return { won: results.filter(Boolean).length, left: left.length };
}

eachDatabase('a race for the same time', (open) => {
  it('has never two holders, and none is lost', async () => {
    const database = await open([ledgerOnly]);
    const outcome = await race(database);
    expect(outcome.won).to.be.greaterThan(2);
    expect(outcome.left).to.equal(outcome.won);
    expect(await doubleBookings(database)).to.equal(0);
  });

  it('has two holders once the guard of the database is taken away', async () => {
    const database = await open([ledgerOnly]);
    await database.write((trx) =>
      database.dialect === 'postgres'
        ? trx.raw('alter table calendar_claim drop constraint calendar_claim_exclusive')
        : trx.raw('drop trigger calendar_claim_exclusive_insert'),
    );
    await race(database);
    expect(await doubleBookings(database)).to.be.greaterThan(0);
  });

  it('keeps each overlap on purpose to its pair', async () => {
    const database = await open([ledgerOnly]);
    const fixture = new LedgerFixture(database);
    const [ana, leo] = [v7(), v7()];
    const { id } = await fixture.take(lesson(0, 40, leo));
    await fixture.take(lesson(10, 30, ana));
    const others = Array.from({ length: 20 }, (_, i) => won(fixture.take(lesson(25 + i, 60, ana))));
    const joined = fixture.write((scope) => addSubject(scope, ana, [id]));
    await Promise.all([...others, joined]);
    const [row] = await database.reader('calendar_override').whereNull('endedAt').count({ rows: '*' });
    expect(await doubleBookings(database)).to.equal(Number(row?.rows));
  });

  it('lets nobody past the capacity of what is shared', async () => {
    const database = await open([ledgerOnly]);
    const fixture = new LedgerFixture(database);
    const rooms = v7();
    await fixture.write((scope) => defineResource(scope, rooms, 5));
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, i) => won(fixture.take(lesson(i % 10, 40, v7(), rooms)))),
    );
    expect(results.filter(Boolean)).to.have.length(5);
  });
});
