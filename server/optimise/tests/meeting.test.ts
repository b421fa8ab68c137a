import { expect } from 'chai';
import { type Brought, joinMeeting, type Meeting, meetingPlace } from '../worker/meeting.ts';

const never = (): boolean => false;
const atOnce = (): boolean => true;

/** Comes to a round without waiting for the others. */
const bring = (meeting: Meeting, cost: number): void => {
  expect(meeting.meet(cost, Int32Array.of(cost, -cost), atOnce)).to.equal(null);
};

const told = (brought: readonly Brought[] | null): unknown[] =>
  (brought ?? []).map(({ thread, cost, solution }) => [thread, cost, ...solution]);

describe('threads that meet', () => {
  const joined = (threads: number): Meeting[] => {
    const place = meetingPlace(threads, 2);
    return Array.from({ length: threads }, (_, thread) => joinMeeting(place, thread));
  };
  const pair = (): [Meeting, Meeting] => {
    const [one, other] = joined(2);
    if (!one || !other) throw new Error('two were asked for');
    return [one, other];
  };

  it('are told what each brought to this very round, by those who are ahead, too', () => {
    const [slow, quick] = pair();
    bring(quick, 10);
    bring(quick, 11);
    expect(told(slow.meet(20, Int32Array.of(20, -20), never))).to.deep.equal([
      [0, 20, 20, -20],
      [1, 10, 10, -10],
    ]);
    expect(told(slow.meet(21, Int32Array.of(21, -21), never))).to.deep.equal([
      [0, 21, 21, -21],
      [1, 11, 11, -11],
    ]);
  });

  it('are told nothing of those who have left, however good it was what they brought to former rounds', () => {
    const [stays, goes] = pair();
    bring(goes, 1);
    goes.leave();
    const costs = [30, 31, 32, 33].map((cost) => told(stays.meet(cost, Int32Array.of(cost, -cost), never)));
    expect(costs).to.deep.equal([
      [
        [0, 30, 30, -30],
        [1, 1, 1, -1],
      ],
      [[0, 31, 31, -31]],
      [[0, 32, 32, -32]],
      [[0, 33, 33, -33]],
    ]);
  });

  it('are all told the same, whoever came first', () => {
    const [first, second, third] = joined(3);
    for (const [cost, one] of [first, third].entries()) if (one) bring(one, cost);
    expect(told(second?.meet(7, Int32Array.of(7, -7), never) ?? null)).to.deep.equal([
      [0, 0, 0, 0],
      [1, 7, 7, -7],
      [2, 1, 1, -1],
    ]);
  });

  it('stop waiting for somebody who does not come when they are told to', () => {
    const [waits] = pair();
    let looks = 0;
    expect(waits.meet(1, Int32Array.of(1, 1), () => ++looks === 3)).to.equal(null);
    expect(looks).to.equal(3);
  });
});
