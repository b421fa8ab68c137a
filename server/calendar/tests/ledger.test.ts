import { expect } from 'chai';
import { v7 } from 'uuid';
import { applyChanges } from '../ledger/changes.ts';
import { claim, claimMany, moveCommitment, release, setSubjects } from '../ledger/ledger.ts';
import { at, between, eachLedger, lesson, refusalOf } from './ledgerFixture.ts';

eachLedger('the ledger', (on) => {
  it('takes the time of everybody concerned', async () => {
    const made = await on().take(lesson(0, 40, on().ana, on().leo));
    expect(made).to.include({ revision: 1, holdUntilAt: null });
    expect(await on().takenOf(on().ana)).to.deep.equal([[0, 40]]);
    expect(await on().takenOf(on().leo)).to.deep.equal([[0, 40]]);
    expect(await on().takenOf(on().eva)).to.deep.equal([]);
  });

  for (const [from, to] of [
    [0, 40],
    [10, 20],
    [-10, 50],
    [-10, 1],
    [39, 80],
  ] as const) {
    it(`refuses ${from} to ${to} when 0 to 40 is taken, and names what is in the way`, async () => {
      const first = lesson(0, 40, on().ana, on().leo);
      await on().take(first);
      const refusal = await refusalOf(on().take(lesson(from, to, on().eva, on().leo)));
      expect(refusal.kind).to.deep.equal({ id: 'calendar/time-taken', status: 409 });
      expect(refusal.extra).to.deep.equal({
        count: 1,
        inTheWay: [
          { subjectId: on().leo, ...first.source, startsAt: at(0).toISOString(), endsAt: at(40).toISOString() },
        ],
      });
      expect(await on().takenOf(on().eva)).to.deep.equal([]);
    });
  }

  it('lets commitments touch', async () => {
    await on().take(lesson(0, 40, on().ana));
    await on().take(lesson(40, 80, on().ana));
    await on().take(lesson(-40, 0, on().ana));
    expect(await on().takenOf(on().ana)).to.deep.equal([
      [-40, 0],
      [0, 40],
      [40, 80],
    ]);
  });

  it('claims all of a week or nothing, and tells of clashes within the week', async () => {
    await on().take(lesson(100, 140, on().ana));
    await refusalOf(on().write((scope) => claimMany(scope, [lesson(0, 40, on().ana), lesson(120, 160, on().ana)])));
    expect(await on().takenOf(on().ana)).to.deep.equal([[100, 140]]);
    const refusal = await refusalOf(
      on().write((scope) => claimMany(scope, [lesson(0, 40, on().ana), lesson(20, 60, on().ana)])),
    );
    expect(refusal.extra).to.include({ count: 1 });
  });

  it('moves with a higher revision, also onto a part of its own old time', async () => {
    const { id } = await on().take(lesson(0, 40, on().ana));
    expect(await on().move(id, 20, 60)).to.include({ id, revision: 2 });
    expect(await on().takenOf(on().ana)).to.deep.equal([[20, 60]]);
  });

  it('stays where it was when a move is refused', async () => {
    const { id } = await on().take(lesson(0, 40, on().ana, on().leo));
    await on().take(lesson(60, 100, on().leo));
    expect((await refusalOf(on().move(id, 70, 110))).kind.id).to.equal('calendar/time-taken');
    expect(await on().takenOf(on().ana)).to.deep.equal([[0, 40]]);
  });

  it('gives everything back when the transaction fails later', async () => {
    const { id } = await on().take(lesson(0, 40, on().ana));
    const failing = on().write(async (scope) => {
      await moveCommitment(scope, id, between(60, 100));
      await claim(scope, lesson(0, 40, on().ana));
      throw new Error('later');
    });
    await failing.catch(() => undefined);
    expect(await on().takenOf(on().ana)).to.deep.equal([[0, 40]]);
  });

  it('swaps two commitments at once', async () => {
    const [one, other] = await on().write((scope) =>
      claimMany(scope, [lesson(0, 40, on().ana), lesson(50, 90, on().ana)]),
    );
    const moves = [
      { id: one?.id ?? '', interval: between(50, 90) },
      { id: other?.id ?? '', interval: between(0, 40) },
    ];
    await on().write((scope) => applyChanges(scope, { moves }));
    expect(await on().takenOf(on().ana)).to.deep.equal([
      [0, 40],
      [50, 90],
    ]);
  });

  it('gives time back, and releasing twice changes nothing', async () => {
    const { id } = await on().take(lesson(0, 40, on().ana));
    await on().write((scope) => release(scope, id));
    await on().write((scope) => release(scope, id));
    await on().take(lesson(0, 40, on().ana));
  });

  it('replaces whom a commitment takes', async () => {
    const { id } = await on().take(lesson(0, 40, on().ana, on().leo));
    await on().write((scope) => setSubjects(scope, id, [on().leo, on().eva]));
    expect(await on().takenOf(on().ana)).to.deep.equal([]);
    expect(await on().takenOf(on().eva)).to.deep.equal([[0, 40]]);
  });

  it('tells that a commitment to move is gone', async () => {
    expect((await refusalOf(on().move(v7(), 0, 40))).kind.id).to.equal('calendar/commitment-gone');
  });

  for (const [from, to] of [
    [40, 40],
    [40, 0],
    [0, 24 * 60 + 1],
    [Number.NaN, 10],
  ] as const) {
    it(`refuses an interval from ${from} to ${to}`, async () => {
      expect((await refusalOf(on().take(lesson(from, to, on().ana)))).kind.id).to.equal('calendar/bad-interval');
    });
  }
});
