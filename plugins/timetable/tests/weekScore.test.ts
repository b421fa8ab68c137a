import { expect } from 'chai';
import type { GridHour } from '../domain/publish/alternatives.ts';
import { type HeldLesson, type ScoredMove, scoreChange, type WeekFacts } from '../domain/reschedule/weekScore.ts';

/** Five days of six hours, from eight o'clock. */
const grid: readonly GridHour[] = [1, 2, 3, 4, 5].flatMap((weekday) =>
  [8, 9, 10, 11, 12, 13].map((hour, i) => ({
    weekday: weekday as GridHour['weekday'],
    hour: i + 1,
    startsTime: `${String(hour).padStart(2, '0')}:00`,
    minutes: 60,
  })),
);

/** The lesson of a course on a day (1 is Monday, 7 September 2026) at an hour of the grid, counted from one. */
function lesson(id: string, courseId: string, day: number, hour: number): HeldLesson {
  const on = `2026-09-${String(6 + day).padStart(2, '0')}`;
  const from = (7 + hour) * 60;
  const at = (minutes: number) => new Date(Date.parse(`${on}T00:00:00Z`) + minutes * 60_000);
  return { id, courseId, on, from, to: from + 60, startsAt: at(from), endsAt: at(from + 60) };
}

function factsOf(lessons: readonly HeldLesson[], teachers: Readonly<Record<string, string>> = {}): WeekFacts {
  const of = (wanted: (one: HeldLesson) => boolean) => lessons.filter(wanted);
  return {
    grid,
    lessonsOf: new Map([
      ['student', lessons],
      ['twin', lessons],
      ['teacher', of(({ courseId }) => teachers[courseId] === 'teacher')],
    ]),
    lessonsOfCourse: new Map(
      [...new Set(lessons.map(({ courseId }) => courseId))].map((id) => [id, of(({ courseId }) => courseId === id)]),
    ),
  };
}

const move = (lessonId: string, to: HeldLesson): ScoredMove => ({
  lessonId,
  to,
  students: ['student', 'twin'],
  teacherId: 'nobody',
});

describe('What another time does to the timetable', () => {
  const monday = [lesson('a', 'maths', 1, 1), lesson('b', 'biology', 1, 2), lesson('c', 'history', 1, 3)];

  it('counts a gap that opens, once for students with the same lessons', () => {
    // Five lessons, one a day each but Monday: moving the middle one away opens a gap and evens the days.
    const change = scoreChange(factsOf(monday), [move('b', lesson('b', 'biology', 2, 1))]);
    expect(change).to.deep.equal({ points: 0.4, gaps: 1, isTwice: false });
  });

  it('counts a gap that closes, and fuller days', () => {
    const apart = [lesson('a', 'maths', 1, 1), lesson('b', 'biology', 1, 4), lesson('c', 'history', 2, 1)];
    const change = scoreChange(factsOf(apart), [move('b', lesson('b', 'biology', 1, 2))]);
    expect(change).to.deep.equal({ points: -1.6, gaps: -2, isTwice: false });
  });

  it('counts a subject twice on one day, and on days next to each other', () => {
    const twoOfMaths = [lesson('a', 'maths', 1, 1), lesson('b', 'maths', 3, 1)];
    const sameDay = scoreChange(factsOf(twoOfMaths), [move('b', lesson('b', 'maths', 1, 2))]);
    // 0.7 for the same day, 2 x 0.2 for no day between, 0.4 for a day above an even share.
    expect(sameDay).to.deep.equal({ points: 1.5, gaps: 0, isTwice: true });
    const nextDay = scoreChange(factsOf(twoOfMaths), [move('b', lesson('b', 'maths', 2, 1))]);
    expect(nextDay).to.deep.equal({ points: 0.2, gaps: 0, isTwice: false });
  });

  it('counts gaps of the teacher above two a week', () => {
    const taught = [lesson('a', 'maths', 1, 1), lesson('b', 'maths', 2, 1)];
    const facts = factsOf(taught, { maths: 'teacher' });
    const to = lesson('b', 'maths', 1, 5);
    const of = (teacherId: string) => scoreChange(facts, [{ ...move('b', to), students: [], teacherId }]).points;
    expect(Math.round((of('teacher') - of('nobody')) * 100)).to.equal(20);
  });

  it('finds nothing to say of a lesson that only changes its hour at the edge of a day', () => {
    const change = scoreChange(factsOf(monday), [move('a', lesson('a', 'maths', 1, 4))]);
    expect(change).to.deep.equal({ points: 0, gaps: 0, isTwice: false });
  });

  it('counts both weeks of a move from one to another', () => {
    const there = { ...lesson('b', 'biology', 1, 1), on: '2026-09-14' };
    const change = scoreChange(factsOf(monday), [move('b', there)]);
    expect(change.gaps).to.equal(1);
  });
});
