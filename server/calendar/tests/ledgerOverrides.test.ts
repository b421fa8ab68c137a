import { expect } from 'chai';
import { claim, claimMany, release } from '../ledger/ledger.ts';
import { addSubject, override, removeSubject } from '../ledger/overrides.ts';
import { unresolvedOverrides } from '../store/overrides.ts';
import { eachLedger, lesson, refusalOf } from './ledgerFixture.ts';

eachLedger('an overlap on purpose', (on) => {
  const allow = (personId: string, one: string, other: string) =>
    on().write((scope) => override(scope, { personId, commitmentIds: [one, other], reason: 'agreed with the family' }));
  const add = (personId: string, ...ids: string[]) => on().write((scope) => addSubject(scope, personId, ids));
  const openOf = (personId: string) => unresolvedOverrides(on().database.reader, [personId]);

  it('is let through for the person and the pair that it names', async () => {
    const choir = await on().take(lesson(0, 40, on().ana));
    const overlaps = [{ personId: on().ana, commitmentId: choir.id, reason: 'sings on the phone' }];
    await on().take({ ...lesson(20, 60, on().ana), overlaps });
    expect(await on().takenOf(on().ana)).to.deep.equal([
      [0, 40],
      [20, 60],
    ]);
    expect(await openOf(on().ana)).to.deep.equal([]);
  });

  it('needs an override of its own for a third commitment, with either of the two', async () => {
    const choir = await on().take(lesson(0, 40, on().ana));
    const overlaps = [{ personId: on().ana, commitmentId: choir.id, reason: 'agreed' }];
    const maths = await on().take({ ...lesson(20, 60, on().ana), overlaps });
    for (const [from, to] of [
      [0, 10],
      [50, 70],
      [25, 30],
    ] as const) {
      expect((await refusalOf(on().take(lesson(from, to, on().ana)))).kind.id).to.equal('calendar/time-taken');
    }
    const refusal = await refusalOf(on().take({ ...lesson(25, 30, on().ana), overlaps }));
    expect(refusal.extra).to.include({ count: 1 });
    const both = [...overlaps, { personId: on().ana, commitmentId: maths.id, reason: 'agreed' }];
    await on().take({ ...lesson(25, 30, on().ana), overlaps: both });
  });

  it('does not hold for another person', async () => {
    const choir = await on().take(lesson(0, 40, on().ana, on().leo));
    const overlaps = [{ personId: on().ana, commitmentId: choir.id, reason: 'agreed' }];
    await refusalOf(on().take({ ...lesson(20, 60, on().ana, on().leo), overlaps }));
  });

  it('is listed as unresolved when somebody joins a group, until a reason is given', async () => {
    const choir = await on().take(lesson(0, 40, on().ana));
    const week = await on().write((scope) =>
      claimMany(scope, [lesson(20, 60, on().leo), lesson(80, 120, on().leo), lesson(100, 140, on().eva)]),
    );
    const ids = week.map(({ id }) => id);
    const listed = await add(on().ana, ...ids);
    expect(
      listed.map(({ firstCommitmentId, secondCommitmentId }) => [firstCommitmentId, secondCommitmentId]),
    ).to.have.deep.members([
      [choir.id, ids[0]],
      [ids[1], ids[2]],
    ]);
    expect(await on().takenOf(on().ana)).to.have.length(4);
    expect(await openOf(on().ana)).to.have.length(2);
    await allow(on().ana, ids[0] ?? '', choir.id);
    expect((await openOf(on().ana)).map(({ firstCommitmentId }) => firstCommitmentId)).to.deep.equal([ids[1]]);
    expect(await add(on().ana, ...ids)).to.deep.equal([]);
  });

  it('ends when the commitments move apart, are released, or the person leaves', async () => {
    const choir = await on().take(lesson(0, 40, on().ana));
    const week = await on().write((scope) =>
      claimMany(scope, [lesson(20, 30, on().leo), lesson(30, 60, on().leo), lesson(10, 20, on().leo)]),
    );
    const [first, second, third] = week.map(({ id }) => id);
    await add(on().ana, ...week.map(({ id }) => id));
    expect(await openOf(on().ana)).to.have.length(3);
    await on().move(first ?? '', 100, 110);
    expect(await openOf(on().ana)).to.have.length(2);
    await on().write((scope) => release(scope, second ?? ''));
    expect(await openOf(on().ana)).to.have.length(1);
    await on().write((scope) => removeSubject(scope, on().ana, [third ?? '']));
    expect(await openOf(on().ana)).to.have.length(0);
    await refusalOf(on().move(first ?? '', 0, 10));
    expect(await on().takenOf(on().ana)).to.deep.equal([
      [0, 40],
      [100, 110],
    ]);
    expect(choir.revision).to.equal(1);
  });

  it('is moved along while it still overlaps', async () => {
    const choir = await on().take(lesson(0, 40, on().ana));
    const overlaps = [{ personId: on().ana, commitmentId: choir.id, reason: 'agreed' }];
    const maths = await on().take({ ...lesson(20, 60, on().ana), overlaps });
    await on().move(maths.id, 30, 70);
    await on().move(choir.id, -10, 31);
    await refusalOf(on().write((scope) => claim(scope, lesson(60, 61, on().ana))));
  });
});
