import { expect } from 'chai';
import { planYear, promotedName, type YearChoices, type YearItem, type YearState } from '../domain/yearPlan.ts';
import { decideUndo } from '../domain/yearUndo.ts';

describe('The name of a group in the next year', () => {
  const names = [
    ['5А', 5, '6А'],
    ['9 «Б»', 9, '10 «Б»'],
    ['Grupo 10-A', 10, 'Grupo 11-A'],
    ['15 группа, 5 класс', 5, '15 группа, 6 класс'],
    ['Звёздочки', 3, 'Звёздочки'],
  ] as const;
  for (const [name, grade, next] of names)
    it(`of “${name}” is “${next}”`, () => expect(promotedName(name, grade)).to.equal(next));
});

const stay = (ownerId: string, personId: string, fromOn = '2026-09-01') => ({
  ownerId,
  personId,
  fromOn,
  untilOn: null,
});

const state: YearState = {
  groups: [
    { id: 'g5', name: '5А', grade: 5 },
    { id: 'g11', name: '11А', grade: 11 },
  ],
  members: [stay('g5', 'anna'), stay('g5', 'boris'), stay('g5', 'older'), stay('g11', 'vera')],
  subgroups: [
    { id: 'blue', groupId: 'g5', name: '5А, синие' },
    { id: 'first', groupId: 'g5', name: 'Первая' },
    { id: 'eleventh', groupId: 'g11', name: '11А-1' },
  ],
  parts: [stay('blue', 'boris'), stay('eleventh', 'vera', '2027-10-01')],
  groupOfPart: new Map([
    ['blue', 'g5'],
    ['eleventh', 'g11'],
  ]),
  tutors: [stay('g5', 'tutor'), stay('g11', 'tutor')],
  courses: [
    { id: 'maths5', groupId: 'g5' },
    { id: 'maths11', groupId: 'g11' },
  ],
  gradeOf: new Map([
    ['anna', 5],
    ['boris', 5],
    ['older', 6],
    ['vera', 11],
  ]),
};

const usual: YearChoices = {
  onDay: '2027-09-01',
  lastOn: '2027-08-31',
  lastGrade: 11,
  groups: [],
  subgroups: [],
  leaverIds: ['boris'],
  arrivals: [{ personId: 'newcomer', groupId: 'g5' }],
  endCourses: false,
};

const short = ({ kind, entityId, ownerId, after }: YearItem) =>
  [kind, entityId, ownerId ?? '', after === null ? 'gone' : Object.values(after).join(' ')].join('|');

describe('A change of year', () => {
  it('promotes groups and their students, and lets the last grade and the leavers go', () => {
    expect(planYear(state, usual).map(short)).to.deep.equal([
      'group|g5||6А 6 true',
      'group|g11||11А 11 false',
      'subgroup|blue|g5|6А, синие',
      'grade|anna||6',
      'course|maths11||false',
      'member|boris|g5|2027-08-31',
      'member|vera|g11|2027-08-31',
      'part|boris|blue|2027-08-31',
      'part|vera|eleventh|gone',
      'tutor|tutor|g11|2027-08-31',
      'arrival|newcomer|g5|',
    ]);
  });

  it('does to a group and its subgroups what was chosen for them', () => {
    const chosen: YearChoices = {
      ...usual,
      ...{ leaverIds: [], arrivals: [], endCourses: true },
      subgroups: [
        { subgroupId: 'first', name: 'Los primeros' },
        { subgroupId: 'eleventh', name: 'Nobody asked' },
      ],
      groups: [
        { groupId: 'g5', act: 'promote', name: 'Seis' },
        { groupId: 'g11', act: 'keep' },
      ],
    };
    expect(planYear(state, chosen).map(short)).to.deep.equal([
      'group|g5||Seis 6 true',
      'subgroup|blue|g5|6А, синие',
      'subgroup|first|g5|Los primeros',
      'grade|anna||6',
      'grade|boris||6',
      'course|maths5||false',
    ]);
  });

  it('is taken back where nobody has touched it since, and nowhere else', () => {
    const items = planYear(state, { ...usual, leaverIds: [], arrivals: [] });
    const touched = new Map([['g5', { name: '6 «А»', grade: 6, isActive: true }]]);
    const { restore, keep } = decideUndo(items, (one) => ({
      values: touched.get(one.entityId) ?? one.after,
      isBlocked: one.entityId === 'maths11',
    }));
    expect(keep.map(({ entityId }) => entityId)).to.deep.equal(['g5', 'maths11']);
    expect(restore).to.have.length(items.length - 2);
  });
});
