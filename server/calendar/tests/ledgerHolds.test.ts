import { expect } from 'chai';
import { confirmHold, hold } from '../ledger/ledger.ts';
import { at, eachLedger, lesson, refusalOf } from './ledgerFixture.ts';

eachLedger('a hold', (on) => {
  it('keeps time until its end, which the next claim does not wait for', async () => {
    on().now = at(-10);
    await on().write((scope) => hold(scope, lesson(0, 40, on().ana, on().leo), at(-5)));
    await refusalOf(on().take(lesson(0, 40, on().ana)));
    on().now = at(-5);
    expect(await on().takenOf(on().ana)).to.deep.equal([]);
    await on().take(lesson(0, 40, on().ana));
    expect(await on().takenOf(on().leo)).to.deep.equal([]);
  });

  it('becomes firm in time and cannot be confirmed after its end', async () => {
    on().now = at(-10);
    const { id } = await on().write((scope) => hold(scope, lesson(0, 40, on().ana), at(-5)));
    const late = await on().write((scope) => hold(scope, lesson(50, 90, on().ana), at(-5)));
    await on().write((scope) => confirmHold(scope, id));
    on().now = at(-5);
    expect((await refusalOf(on().write((scope) => confirmHold(scope, late.id)))).kind.id).to.equal(
      'calendar/hold-lapsed',
    );
    expect((await refusalOf(on().move(late.id, 50, 80))).kind.id).to.equal('calendar/hold-lapsed');
    expect(await on().takenOf(on().ana)).to.deep.equal([[0, 40]]);
  });
});
