import { expect } from 'chai';
import { v7 } from 'uuid';
import { defineResource } from '../ledger/resources.ts';
import { at, eachLedger, lesson, refusalOf } from './ledgerFixture.ts';

eachLedger('a shared resource', (on) => {
  let rooms: string;
  beforeEach(() => {
    rooms = v7();
    return on().write((scope) => defineResource(scope, rooms, 2));
  });

  it('takes as many at once as it has capacity', async () => {
    await on().take(lesson(0, 40, on().ana, rooms));
    await on().take(lesson(30, 70, on().leo, rooms));
    const refusal = await refusalOf(on().take(lesson(20, 50, on().eva, rooms)));
    expect(refusal.kind.id).to.equal('calendar/capacity-full');
    expect(refusal.extra.full).to.deep.equal([
      { subjectId: rooms, capacity: 2, startsAt: at(20).toISOString(), endsAt: at(50).toISOString() },
    ]);
    await on().take(lesson(40, 60, on().eva, rooms));
  });

  it('counts the peak, not everything that overlaps', async () => {
    await on().take(lesson(0, 40, on().ana, rooms));
    await on().take(lesson(40, 80, on().ana, rooms));
    await on().take(lesson(20, 60, on().leo, rooms));
    await refusalOf(on().take(lesson(30, 35, on().eva, rooms)));
  });

  it('keeps a capacity that is in use', async () => {
    await on().take(lesson(0, 40, on().ana, rooms));
    await on().take(lesson(0, 40, on().leo, rooms));
    const refusal = await refusalOf(on().write((scope) => defineResource(scope, rooms, 1)));
    expect(refusal.kind.id).to.equal('calendar/capacity-full');
    await on().write((scope) => defineResource(scope, rooms, 3));
    await on().take(lesson(0, 40, on().eva, rooms));
  });
});
