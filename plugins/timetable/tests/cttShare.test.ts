import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { seededRandom } from '../../../server/optimise/random.ts';
import { joinMeeting, type Meeting, meetingPlace } from '../../../server/optimise/worker/meeting.ts';
import { construct } from '../domain/ctt/construct.ts';
import { cttModel } from '../domain/ctt/cttModel.ts';
import { CttMoves } from '../domain/ctt/cttMoves.ts';
import { CttState } from '../domain/ctt/cttState.ts';
import { readCtt } from '../domain/ctt/readCtt.ts';
import { shareAt } from '../domain/ctt/shareAt.ts';
import { solveCtt } from '../domain/ctt/solveCtt.ts';

const model = cttModel(readCtt(readFileSync(new URL('./ctt/colegio.ctt', import.meta.url), 'utf8')));
const never = (): boolean => false;
const atOnce = (): boolean => true;

/** A level at which threads meet, and a temperature that is cool enough for it. */
const MEETING = 8;
const COOL = 0.1;
/** The highest one. */
const WARM = 1;

describe('threads that search a .ctt timetable', () => {
  const good = solveCtt(model.instance, { seed: 1, budget: { kind: 'steps', steps: 20_000 }, shouldStop: never });

  /** A thread with the first timetable that was found, and another one's end of the meeting. */
  function worse(): { readonly moves: CttMoves; readonly own: Meeting; readonly other: Meeting } {
    const state = new CttState(model);
    construct(state, seededRandom(2), 100, never);
    const place = meetingPlace(2, model.lectures);
    return { moves: new CttMoves(state, seededRandom(2)), own: joinMeeting(place, 1), other: joinMeeting(place, 0) };
  }

  it('go on from the clearly better one of this round', () => {
    const { moves, own, other } = worse();
    expect(moves.cost()).to.be.above(good.soft + 1);
    other.meet(good.soft, good.slots, atOnce);
    shareAt(MEETING, COOL, moves, own, never);
    expect([...moves.state.slotOf]).to.deep.equal([...good.slots]);
    expect(moves.cost()).to.equal(good.soft);
  });

  it('do not take up what is hardly better, nor what was brought to a former round by somebody who has left', () => {
    const { moves, own, other } = worse();
    const before = [...moves.state.slotOf];
    other.meet(moves.cost() - 6 * WARM, good.slots, atOnce);
    shareAt(MEETING, WARM, moves, own, never);
    other.leave();
    for (let round = 2; round < 5; round++) shareAt(round * MEETING, COOL, moves, own, never);
    expect([...moves.state.slotOf]).to.deep.equal(before);
  });

  it('meet at every eighth level once it is cool, and only then', () => {
    const { moves, own, other } = worse();
    other.meet(good.soft, good.slots, atOnce);
    const before = [...moves.state.slotOf];
    shareAt(MEETING + 1, COOL, moves, own, never);
    shareAt(MEETING, 2, moves, own, never);
    expect([...moves.state.slotOf]).to.deep.equal(before);
    shareAt(2 * MEETING, COOL, moves, own, never);
    expect([...moves.state.slotOf]).to.deep.equal([...good.slots]);
  });
});
