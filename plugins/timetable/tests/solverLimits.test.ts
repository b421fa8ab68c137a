import { expect } from 'chai';
import { compose } from '../domain/compose/compose.ts';
import { solvable } from '../domain/compose/solvable.ts';
import type { Activity } from '../domain/model/activity.ts';
import type { Constraint } from '../domain/model/constraint.ts';
import { gridCalendar, startOptions } from '../domain/model/gridCalendar.ts';
import type { Place } from '../domain/model/place.ts';
import { precheck } from '../domain/model/precheck.ts';
import type { Problem } from '../domain/model/problem.ts';
import type { Resource } from '../domain/model/resource.ts';
import type { Waiver } from '../domain/model/waiver.ts';
import { solve } from '../domain/solver/solve.ts';
import { plantedSchool } from './planted/plantedSchool.ts';

const place = (grid: string, hour: number, atom: number): Place => {
  return { id: `${grid}${hour}`, grid, day: 0, hour, label: `${hour}`, atoms: [atom] };
};
const resource = (id: string, kind: Resource['kind'], atOnce = 1): Resource => {
  return { id, kind, label: id, calendar: 'day', atOnce, copies: 1, seats: null, building: null };
};

/** Two groups in zones an hour apart: the second hour of one is the first of the other. Teacher and rooms are shared. */
function twoZones(
  lessons: readonly [id: string, group: 'w' | 'e'][],
  constraints: Constraint[] = [],
  waivers: Waiver[] = [],
): Problem {
  const places = [place('w', 0, 1), place('w', 1, 2), place('e', 0, 0), place('e', 1, 1)];
  const activities = lessons.map(([id, group]): Activity => {
    const options = startOptions(
      places.filter((one) => one.grid === group),
      1,
    );
    return { id, label: id, duration: 1, resources: [group, 'teacher', 'rooms'], options, rooms: [] };
  });
  const calendars = [
    gridCalendar(
      'day',
      places.filter((one) => one.grid === 'w'),
    ),
  ];
  const resources = [
    resource('w', 'students'),
    resource('e', 'students'),
    resource('teacher', 'teacher'),
    resource('rooms', 'pool', 2),
  ];
  return { atoms: 3, places, calendars, resources, activities, constraints, waivers };
}

const lock = (activity: string, where: string): Constraint => {
  return { id: `lock-${activity}`, weight: 100, kind: 'lock', activity, place: where, room: null, by: 'hand' };
};

describe('the solver at its limits', () => {
  it('shares a teacher between grids of two zones', () => {
    const { score } = solve(
      twoZones([
        ['w1', 'w'],
        ['w2', 'w'],
        ['e1', 'e'],
      ]),
      { seed: 1, steps: 2000 },
    );
    expect(score.hard).to.equal(0);
  });

  it('says of one lesson too many that it clashes, and the pre-check proves it', () => {
    const problem = twoZones([
      ['w1', 'w'],
      ['w2', 'w'],
      ['e1', 'e'],
      ['e2', 'e'],
    ]);
    expect(solve(problem, { seed: 1, steps: 2000 }).score.hard).to.be.greaterThan(0);
    expect(precheck(problem)).to.deep.include({
      kind: 'too-much-for-resource',
      resource: 'teacher',
      needed: 4,
      free: 3,
      activities: ['w1', 'w2', 'e1', 'e2'],
    });
  });

  it('keeps locks, and takes a waived clash as agreed', () => {
    const locks = [lock('w1', 'w0'), lock('e1', 'e1')];
    const pair: Waiver = { kind: 'pair', first: 'w1', second: 'e1' };
    const clashing = solve(
      twoZones(
        [
          ['w1', 'w'],
          ['e1', 'e'],
        ],
        locks,
      ),
      { seed: 1, steps: 1000 },
    );
    expect(clashing.score.byConstraint.map((one) => one.id)).to.deep.equal(['clash:teacher']);
    const waived = solve(
      twoZones(
        [
          ['w1', 'w'],
          ['e1', 'e'],
        ],
        locks,
        [pair],
      ),
      { seed: 1, steps: 1000 },
    );
    expect(waived.score.hard).to.equal(0);
    expect(waived.assignment.get('w1')?.place).to.equal('w0');
  });

  it('finds locks that clash and a lesson without any place', () => {
    const away: Constraint = { id: 'away', weight: 100, kind: 'unavailable', resource: 'e', atoms: [0, 1] };
    const findings = precheck(
      twoZones(
        [
          ['w1', 'w'],
          ['w2', 'w'],
          ['e1', 'e'],
        ],
        [lock('w1', 'w0'), lock('w2', 'w0'), away],
      ),
    );
    expect(findings).to.deep.include({ kind: 'no-place', activity: 'e1', constraints: ['away'] });
    expect(findings).to.deep.include({ kind: 'locks-clash', resource: 'w', atom: 1, activities: ['w1', 'w2'] });
  });

  it('leaves a lesson that has no start at all unplaced and says so', () => {
    const problem = twoZones([['w1', 'w']]);
    const [first] = problem.activities;
    const stuck = { ...problem, activities: first ? [{ ...first, options: [] }] : [] };
    const { assignment, score } = solve(stuck, { seed: 1, steps: 1000 });
    expect(assignment.size).to.equal(0);
    expect(score.byConstraint.map((one) => one.id)).to.deep.equal(['unplaced']);
  });

  it('asks whether it shall stop every few thousand moves, whether it places, anneals or tries wishes as rules', () => {
    const { problem } = solvable(compose(plantedSchool({ seed: 13, groups: 3 }).facts));
    const cutAt = (most: number): { readonly moves: number; readonly asked: number } => {
      let asked = 0;
      const { moves } = solve(problem, { seed: 13, steps: 60_000, shouldStop: () => ++asked > most });
      return { moves, asked };
    };
    const whole = cutAt(Number.POSITIVE_INFINITY);
    expect(whole.moves, 'all three are in it').to.be.at.least(60_000);
    for (let part = 0; part < 4; part++) {
      const most = Math.floor((whole.asked * part) / 4);
      const [before, after] = [cutAt(most), cutAt(most + 1)];
      // Some twenty milliseconds of a slow machine.
      expect(after.moves - before.moves, `after ${most} answers`).to.be.within(0, 10_000);
    }
  });

  it('ends at once when it is told to stop, with what it has', () => {
    const problem = twoZones([
      ['w1', 'w'],
      ['w2', 'w'],
      ['e1', 'e'],
      ['e2', 'e'],
    ]);
    const { assignment, moves } = solve(problem, { seed: 1, steps: 1e12, shouldStop: () => true });
    expect(moves).to.equal(0);
    expect(assignment.size).to.equal(4);
  });
});
