import { expect } from 'chai';
import { changedExcuses, excusesOf } from '../domain/publish/excuse.ts';

const said = {
  substituteKind: 'recording',
  substituteText: 'The recording, by Friday',
  acceptedById: 'tutor',
  acceptedAt: new Date('2026-09-01T08:00:00Z'),
} as const;
const absence = { ...said, groupId: 'g', courseId: 'maths', nth: 1, studentId: 'luis', weekday: 1, hourIndex: 2 };
const pattern = [
  { groupId: 'g', courseId: 'maths', nth: 1, weekday: 1, hourIndex: 2 },
  { groupId: 'g', courseId: 'maths', nth: 2, weekday: 3, hourIndex: 2 },
  { groupId: 'g', courseId: 'art', nth: 1, weekday: 1, hourIndex: 2 },
];
const lessons = [
  { id: 'monday', courseId: 'maths', nth: 1 },
  { id: 'next monday', courseId: 'maths', nth: 1 },
  { id: 'wednesday', courseId: 'maths', nth: 2 },
  { id: 'art', courseId: 'art', nth: 1 },
];
const everybody = () => true;

describe('Absences that were accepted, in published lessons', () => {
  const cases = [
    { title: 'hold for each date of the lesson', absence, held: ['monday', 'next monday'] },
    { title: 'do not hold once the lesson is put elsewhere', absence: { ...absence, hourIndex: 3 }, held: [] },
    { title: 'do not hold for another group', absence: { ...absence, groupId: 'h' }, held: [] },
    {
      title: 'without a course hold for whatever the group has in that hour',
      absence: { ...absence, courseId: null, nth: null },
      held: ['monday', 'next monday', 'art'],
    },
  ];
  for (const one of cases)
    it(one.title, () => {
      const excuses = excusesOf([one.absence], pattern, lessons, everybody);
      expect(excuses.map(({ lessonId }) => lessonId)).to.deep.equal(one.held);
    });

  it('hold only for those who learn in the course', () => {
    const whole = { ...absence, courseId: null, nth: null };
    const excuses = excusesOf([whole], pattern, lessons, (courseId) => courseId === 'art');
    expect(excuses.map(({ lessonId }) => lessonId)).to.deep.equal(['art']);
  });

  it('begin and end with a publication only where something changed', () => {
    const [first, second, third] = ['monday', 'next monday', 'art'].map((lessonId) => ({
      ...said,
      lessonId,
      studentId: 'luis',
    }));
    if (!first || !second || !third) throw new Error('There are three');
    const other = { ...second, substituteText: 'A consultation' };
    expect(changedExcuses([first, second], [first, other, third])).to.deep.equal({
      begin: [other, third],
      end: [second],
    });
  });
});
