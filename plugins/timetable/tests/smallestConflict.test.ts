import { expect } from 'chai';
import { compose } from '../domain/compose/compose.ts';
import { together } from '../domain/compose/together.ts';
import { prove } from '../domain/model/conflict/prove.ts';
import { smallestConflict } from '../domain/model/conflict/smallestConflict.ts';
import type { Constraint } from '../domain/model/constraint.ts';
import { solve } from '../domain/solver/solve.ts';
import { tinySchool } from './fetRules/tinySchool.ts';
import { plantedSchool } from './planted/plantedSchool.ts';
import { randomProblem } from './randomProblem.ts';

/** Three days of four hours; lessons 1, 2, 3 of class A with teacher T1. */
const { problem: tiny } = tinySchool('BreakTimes', '', 100);
const [classA = '', teacher = ''] = ['students', 'teacher'].map(
  (kind) =>
    tiny.activities[0]?.resources.find((id) => tiny.resources.some((one) => one.id === id && one.kind === kind)) ?? '',
);
const withRules = (...constraints: readonly Constraint[]) => ({ ...tiny, constraints });
const hard = { weight: 100 };
/** All hours but so many of the first ones of the first day. */
const awayBut = (hours: number): number[] => Array.from({ length: 12 - hours }, (_, index) => hours + index);

const noise: readonly Constraint[] = [
  { ...hard, id: 'noise:gaps', kind: 'max-gaps', resources: [teacher], per: 'week', gaps: 3 },
  { ...hard, id: 'noise:away', kind: 'unavailable', resource: teacher, atoms: [11] },
];

describe('the smallest conflict', () => {
  const table: readonly {
    readonly what: string;
    readonly rules: readonly Constraint[];
    readonly expected: {
      readonly rules: readonly string[];
      readonly activities: number;
      readonly helps: readonly object[];
    };
  }[] = [
    {
      what: 'of a class with fewer open hours than lessons: its closed hours and its lessons',
      rules: [{ ...hard, id: 'away', kind: 'unavailable', resource: classA, atoms: awayBut(2) }],
      expected: {
        rules: ['away'],
        activities: 3,
        helps: [
          { kind: 'without-rule', rule: 'away' },
          { kind: 'fewer', count: 1 },
        ],
      },
    },
    {
      what: 'of a daily limit and a teacher who comes on one day: both, and the limit that would do',
      rules: [
        { ...hard, id: 'limit', kind: 'max-hours', resources: [classA], hours: 2, measure: 'excess' },
        { ...hard, id: 'away', kind: 'unavailable', resource: teacher, atoms: awayBut(4) },
      ],
      expected: {
        rules: ['limit', 'away'],
        activities: 3,
        helps: [
          { kind: 'other-limit', rule: 'limit', limit: 3 },
          { kind: 'without-rule', rule: 'away' },
          { kind: 'fewer', count: 1 },
        ],
      },
    },
    {
      what: 'of lessons that must be days apart, in fewer days: the distance that would do',
      rules: [{ ...hard, id: 'apart', kind: 'days-between', activities: ['1', '2', '3'], min: 2, max: null }],
      expected: {
        rules: ['apart'],
        activities: 3,
        helps: [
          { kind: 'other-limit', rule: 'apart', limit: 1 },
          { kind: 'fewer', count: 1 },
        ],
      },
    },
    {
      what: 'of two locks on one hour: the locks',
      rules: [1, 2].map((nth) => ({
        ...hard,
        id: `lock${nth}`,
        kind: 'lock' as const,
        activity: String(nth),
        place: '0.0',
        room: null,
        by: 'hand' as const,
      })),
      expected: {
        rules: ['lock1', 'lock2'],
        activities: 2,
        helps: [
          { kind: 'without-rule', rule: 'lock1' },
          { kind: 'without-rule', rule: 'lock2' },
          { kind: 'fewer', count: 1 },
        ],
      },
    },
    {
      what: 'of a lesson without any start: what forbids its starts',
      rules: [
        { ...hard, id: 'late', kind: 'allowed-atoms', activities: ['1'], atoms: [3] },
        { ...hard, id: 'away', kind: 'unavailable', resource: teacher, atoms: [3, 4] },
      ],
      expected: {
        rules: ['late', 'away'],
        activities: 1,
        helps: [
          { kind: 'without-rule', rule: 'late' },
          { kind: 'without-rule', rule: 'away' },
        ],
      },
    },
  ];
  for (const { what, rules, expected } of table) {
    it(`is that ${what}`, () => {
      const found = smallestConflict(withRules(...noise, ...rules));
      expect(found?.rules.map(({ id }) => id)).to.deep.equal(expected.rules);
      expect(found?.activities).to.have.length(expected.activities);
      expect(found?.helps).to.deep.equal(expected.helps);
    });
  }

  it('names in a draft the rules that exclude each other, and each change that would do', () => {
    const { facts } = plantedSchool({ seed: 1, groups: 1 });
    const [teacherId] = facts.courses.flatMap((one) => one.teacherId ?? []);
    const rules = { ...facts.rules, teacherLessonsADay: 1 };
    const weekly = facts.courses
      .filter((one) => one.teacherId === teacherId)
      .reduce((sum, one) => sum + one.lessonsAWeek, 0);
    expect(weekly, 'more lessons than days').to.be.greaterThan(5);

    const [found] = together(compose({ ...facts, rules }));

    expect(found?.concern).to.have.property('teacherId');
    expect(found?.rules.map(({ rule }) => rule)).to.include('teacher-lessons-a-day');
    const limit = found?.helps.find((help) => help.kind === 'other-limit');
    expect(limit).to.include({ rule: 'teacher-lessons-a-day', limit: 2 });
    expect(together(compose(facts))).to.deep.equal([]);
  });

  it('is never claimed of a problem that has a timetable', () => {
    let solved = 0;
    for (let seed = 0; seed < 60; seed++) {
      const problem = randomProblem(seed);
      const proof = prove(problem);
      if (solve(problem, { seed, steps: 2500 }).score.hard > 0) continue;
      solved += 1;
      expect(proof, `seed ${seed}`).to.equal(null);
    }
    expect(solved).to.be.greaterThan(8);
    expect(prove(compose(plantedSchool({ seed: 3, groups: 2 }).facts).problem)).to.equal(null);
  });
});
