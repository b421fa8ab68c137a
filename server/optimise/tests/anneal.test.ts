import { expect } from 'chai';
import { type AnnealTarget, anneal } from '../anneal.ts';
import { startBudget } from '../budget.ts';
import { coolDown } from '../coolDown.ts';
import { seededRandom } from '../random.ts';
import { stepSchedule } from '../schedule.ts';

/** Finds the least of |x - 17| by steps of one. */
function walker(seed: number): AnnealTarget & { x: number; best: number } {
  const random = seededRandom(seed);
  const target = {
    x: 400,
    best: 400,
    cost: () => Math.abs(target.x - 17),
    step: (limit: number) => {
      const next = target.x + (random.below(2) === 0 ? 1 : -1);
      if (Math.abs(next - 17) - target.cost() <= limit) target.x = next;
    },
    keep: () => {
      target.best = target.x;
    },
  };
  return target;
}

const plan = (seed: number) => ({
  random: seededRandom(seed),
  hottest: 2,
  coldest: 0.1,
  best: Number.POSITIVE_INFINITY,
  progress: (steps: number) => steps / 20_000,
  shouldStop: () => false,
});

describe('annealing', () => {
  it('finds the best solution, keeps it and ends early', () => {
    const target = walker(1);
    const done = anneal(target, plan(1));
    expect(done.best).to.equal(0);
    expect(target.best).to.equal(17);
    expect(done.steps).to.be.lessThan(20_000);
  });

  it('repeats itself for one seed', () => {
    const [first, second] = [walker(3), walker(3)];
    expect(anneal(first, plan(4))).to.deep.equal(anneal(second, plan(4)));
    expect(first.x).to.equal(second.x);
  });

  it('stops when it is told to', () => {
    expect(anneal(walker(1), { ...plan(1), shouldStop: () => true }).steps).to.equal(0);
  });

  it('asks every thousand steps or so whether it shall stop, in levels, too', () => {
    const shared = { random: seededRandom(1) };
    const runs = [
      (target: AnnealTarget, shouldStop: () => boolean) => anneal(target, { ...plan(1), ...shared, shouldStop }).steps,
      (target: AnnealTarget, shouldStop: () => boolean) => {
        const schedule = stepSchedule({ hottest: 2, coldest: 0.1, levels: 3 }, 50_000);
        return coolDown(target, { ...shared, schedule, shouldStop }).steps;
      },
    ];
    for (const run of runs) {
      let since = 0;
      let most = 0;
      const endless = { cost: () => 1, keep: () => undefined, step: () => (most = Math.max(most, ++since)) };
      const steps = run(endless, () => {
        since = 0;
        return false;
      });
      expect(steps).to.be.at.least(20_000);
      expect(most).to.be.within(1, 1024);
    }
  });

  it('draws numbers evenly and repeatably', () => {
    const random = seededRandom(42);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 20_000; i++) {
      const face = random.below(10);
      counts[face] = (counts[face] ?? 0) + 1;
    }
    for (const count of counts) expect(count).to.be.within(1800, 2200);
    expect(Array.from({ length: 5 }, seededRandom(9).next)).to.deep.equal(
      Array.from({ length: 5 }, seededRandom(9).next),
    );
    expect(seededRandom(1).next()).to.not.equal(seededRandom(2).next());
  });

  it('spends steps, or seconds of the clock that it is given, whichever ends first', () => {
    let clock = 0;
    const spending = startBudget({ steps: 100, seconds: 2, now: () => clock });
    expect(spending.spent(50)).to.equal(0.5);
    clock = 1500;
    expect(spending.spent(50)).to.equal(0.75);
    expect(startBudget({ steps: 0 }).spent(0), 'no steps at all').to.equal(1);
    expect(() => startBudget({})).to.throw(/budget/);
  });
});
