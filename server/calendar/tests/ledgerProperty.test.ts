import { expect } from 'chai';
import fc from 'fast-check';
import { Problem } from '../../http/problem.ts';
import type { Commitment } from '../domain/commitment.ts';
import { release } from '../ledger/ledger.ts';
import { doubleBookings, eachLedger, type LedgerFixture, lesson } from './ledgerFixture.ts';

type Who = 'ana' | 'leo' | 'eva';

interface Step {
  readonly kind: 'claim' | 'move' | 'release';
  readonly who: readonly Who[];
  readonly from: number;
  readonly length: number;
  /** Which commitment, counted round. */
  readonly which: number;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('claim', 'claim', 'move', 'release'),
    who: fc.subarray<Who>(['ana', 'leo', 'eva'], { minLength: 1 }),
    from: fc.integer({ min: 0, max: 24 }).map((n) => n * 5),
    length: fc.integer({ min: 1, max: 6 }).map((n) => n * 5),
    which: fc.nat(20),
  }),
  { minLength: 1, maxLength: 25 },
);

interface Held {
  readonly commitment: Commitment;
  readonly who: readonly Who[];
  readonly from: number;
  readonly to: number;
}

/** The ledger in a few lines: nobody is in two places. */
class Model {
  readonly held: Held[] = [];

  isFree(who: readonly Who[], from: number, to: number, but?: Held): boolean {
    return !this.held.some(
      (one) => one !== but && one.from < to && from < one.to && one.who.some((person) => who.includes(person)),
    );
  }

  put(held: Held, instead?: Held): void {
    if (instead) this.held.splice(this.held.indexOf(instead), 1, held);
    else this.held.push(held);
  }

  timesOf(person: Who): number[][] {
    const own = this.held.filter(({ who }) => who.includes(person));
    return own.map(({ from, to }) => [from, to]).sort(([a = 0], [b = 0]) => a - b);
  }
}

const orRefused = (work: Promise<Commitment>): Promise<Commitment | undefined> =>
  work.catch((reason: unknown) => {
    if (reason instanceof Problem && reason.kind.id === 'calendar/time-taken') return undefined;
    throw reason;
  });

async function play(fixture: LedgerFixture, model: Model, { kind, who, from, length, which }: Step): Promise<void> {
  const to = from + length;
  if (kind === 'claim') {
    const made = await orRefused(fixture.take(lesson(from, to, ...who.map((person) => fixture[person]))));
    expect(made !== undefined, 'claimed').to.equal(model.isFree(who, from, to));
    if (made) model.put({ commitment: made, who, from, to });
    return;
  }
  const held = model.held[which % Math.max(1, model.held.length)];
  if (!held) return;
  if (kind === 'release') {
    await fixture.write((scope) => release(scope, held.commitment.id));
    model.held.splice(model.held.indexOf(held), 1);
    return;
  }
  const moved = await orRefused(fixture.move(held.commitment.id, from, to));
  expect(moved !== undefined, 'moved').to.equal(model.isFree(held.who, from, to, held));
  if (moved) model.put({ ...held, from, to }, held);
}

eachLedger('any sequence of claims, moves and releases', (on) => {
  it('answers as a simple model does, and never leaves two claims for one time', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        on().renew();
        const model = new Model();
        for (const step of sequence) await play(on(), model, step);
        for (const person of ['ana', 'leo', 'eva'] as const) {
          expect(await on().takenOf(on()[person])).to.deep.equal(model.timesOf(person));
        }
        expect(await doubleBookings(on().database)).to.equal(0);
      }),
      { numRuns: 15 },
    );
  });
});
