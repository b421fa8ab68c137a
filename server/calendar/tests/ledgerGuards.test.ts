import { expect } from 'chai';
import { v7 } from 'uuid';
import type { Database } from '../../db/database.ts';
import { at, eachLedger, lesson } from './ledgerFixture.ts';

interface Row {
  readonly subjectId: string;
  readonly from: number;
  readonly to: number;
  readonly isOverridden?: boolean;
  readonly isShared?: boolean;
}

/** Claims behind the ledger's back: no lock, no question, as broken code would. */
const sneak = (database: Database, { subjectId, from, to, isOverridden = false, isShared = false }: Row) =>
  database.write(async (trx) => {
    await trx('calendar_subject').insert({ id: subjectId, kind: 'person' }).onConflict('id').ignore();
    const commitment = { id: v7(), startsAt: at(from), endsAt: at(to) };
    await trx('calendar_commitment').insert({ ...commitment, sourcePlugin: 'sneak', sourceId: v7() });
    const { id: commitmentId, ...when } = commitment;
    await trx('calendar_claim').insert({ commitmentId, subjectId, ...when, isOverridden, isShared });
    return commitmentId;
  });

const errorOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing',
    (reason: unknown) => String(reason),
  );

eachLedger('the guards of the ledger', (on) => {
  const tried = (row: Omit<Row, 'subjectId'>) => errorOf(sneak(on().database, { subjectId: on().ana, ...row }));

  it('refuse an overlap that no override allows, whichever of the two says that it is overridden', async () => {
    await on().take(lesson(0, 40, on().ana));
    expect(await tried({ from: 20, to: 60 })).to.include('calendar_claim_exclusive');
    expect(await tried({ from: 20, to: 60, isOverridden: true })).to.match(/calendar_claim_(override|exclusive)/);
  });

  it('refuse an ordinary claim over one that is overridden', async () => {
    await on().take(lesson(0, 40, on().leo));
    await sneak(on().database, { subjectId: on().ana, from: 0, to: 40, isOverridden: true });
    expect(await tried({ from: 20, to: 60 })).to.match(/calendar_claim_(override|exclusive)/);
  });

  it('refuse to move a claim onto another by an update', async () => {
    const first = await sneak(on().database, { subjectId: on().ana, from: 0, to: 40 });
    await sneak(on().database, { subjectId: on().ana, from: 40, to: 80 });
    const update = on().database.write((trx) =>
      trx('calendar_claim')
        .where({ commitmentId: first })
        .update({ endsAt: at(41) }),
    );
    expect(await errorOf(update)).to.match(/calendar_claim_exclusive|foreign key/i);
  });

  it('refuse a claim whose interval is not the one of its commitment', async () => {
    const first = await sneak(on().database, { subjectId: on().ana, from: 0, to: 40 });
    const update = on().database.write((trx) =>
      trx('calendar_claim')
        .where({ commitmentId: first })
        .update({ endsAt: at(30) }),
    );
    expect(await errorOf(update)).to.match(/foreign key/i);
  });

  it('refuse to treat a person as shared', async () => {
    await on().take(lesson(0, 40, on().ana));
    expect(await tried({ from: 20, to: 60, isShared: true })).to.include('calendar_claim_shared');
  });

  it('refuse a commitment that is longer than a day or ends before it starts', async () => {
    expect(await tried({ from: 0, to: 24 * 60 + 1 })).to.include('calendar_commitment_interval');
    expect(await tried({ from: 10, to: 0 })).to.include('calendar_commitment_interval');
  });
});
