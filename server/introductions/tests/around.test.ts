import { expect } from 'chai';
import { aroundOf, isNewcomer } from '../domain/around.ts';

describe('Who is around a student', () => {
  it('is named once, with every role and all that they teach', () => {
    const around = aroundOf({
      tutorIds: ['ann'],
      courses: [
        { teacherId: 'bob', subjectName: 'Algebra' },
        { teacherId: 'ann', subjectName: 'History' },
        { teacherId: 'bob', subjectName: 'Geometry' },
        { teacherId: null, subjectName: 'Music' },
      ],
      psychologistIds: ['eve'],
      coordinatorIds: ['ann'],
    });
    expect(around).to.deep.equal([
      { personId: 'ann', roles: ['tutor', 'teacher', 'coordinator'], subjects: ['History'] },
      { personId: 'bob', roles: ['teacher'], subjects: ['Algebra', 'Geometry'] },
      { personId: 'eve', roles: ['psychologist'], subjects: [] },
    ]);
  });
});

describe('A newcomer', () => {
  for (const [fromOn, isNew] of [
    ['2026-09-07', true],
    ['2026-07-24', true],
    ['2026-07-23', false],
    ['2026-09-08', false],
  ] as const)
    it(`who came on ${fromOn} is ${isNew ? 'new' : 'not new'} on 7 September`, () => {
      expect(isNewcomer(fromOn, '2026-09-07')).to.equal(isNew);
    });
});
