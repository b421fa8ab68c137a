import { expect } from 'chai';
import fc from 'fast-check';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { compose } from '../domain/compose/compose.ts';
import type { LessonPlacement } from '../domain/compose/lesson.ts';
import { solvable } from '../domain/compose/solvable.ts';
import type { Assignment } from '../domain/model/assignment.ts';
import { evaluate } from '../domain/model/evaluate.ts';
import type { Problem } from '../domain/model/problem.ts';
import { solve } from '../domain/solver/solve.ts';
import { course, factsOf, grid, group, person } from './composeFacts.ts';
import { composingSchool, everyDay } from './composingSchool.ts';
import { choices } from './randomProblem.ts';

const at = (weekday: number, hour: number) => ({ weekday, hour });

/** Two groups of one teacher; Ana's windows are drawn, so that some of the lessons that are placed are broken. */
function tiny(seed: number) {
  const choice = choices(seed);
  const hours = grid('08:00', '09:00', '10:00').filter(({ weekday }) => weekday <= 2);
  const a = group('a', { grid: hours, studentIds: ['ana', 'ben', 'cleo'] });
  const b = group('b', { grid: hours, studentIds: ['dora'] });
  const courses = [
    course(a, 'maths', { teacherId: 'T' }),
    course(a, 'art', { teacherId: 'T' }),
    course(b, 'music', { teacherId: 'T' }),
    course(b, 'sport', { teacherId: 'U' }),
  ];
  const weekly = [1, 2].map((weekday) => ({
    kind: 'online' as const,
    weekday,
    from: choice.pick(['08:00', '09:00', '10:00']),
    to: '11:00',
  }));
  const taken = choice.some(hours).slice(0, 2);
  const lessons = courses.map(({ id }, index): LessonPlacement => {
    const place = taken[index] ?? choice.pick(hours);
    return { courseId: id, nth: 1, at: at(place.weekday, place.hour), isLocked: false };
  });
  return compose(factsOf({ groups: [a, b], courses, people: [person('ana', { weekly })], lessons }));
}

/** The least that must move, by trying every timetable. */
function fewest(problem: Problem, before: Assignment, people: (id: string) => number): number | null {
  let best: number | null = null;
  const visit = (rest: readonly Problem['activities'][number][], made: Assignment, cost: number): void => {
    if (best !== null && cost >= best) return;
    const [next, ...others] = rest;
    if (!next) {
      if (evaluate(problem, made).hard === 0) best = cost;
      return;
    }
    for (const { place } of next.options) {
      const moved = before.get(next.id)?.place === place ? 0 : people(next.id);
      visit(others, new Map([...made, [next.id, { place, room: null }]]), cost + moved);
    }
  };
  visit(problem.activities, new Map(), 0);
  return best;
}

describe('mending a draft with least change', () => {
  it('disturbs as few lessons and people as brute force', () => {
    let mended = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (seed) => {
        const composed = tiny(seed);
        const people = (id: string): number => {
          const found = composed.lessons.get(id)?.course;
          return 2 + (found?.studentIds.length ?? 0);
        };
        const least = fewest(composed.problem, composed.current, people);
        if (least === null) return;
        const { problem, start } = solvable(composed, { change: 'least' });
        const { assignment } = solve(problem, { seed, start, steps: 4_000 });
        const moved = [...composed.lessons.keys()].filter(
          (id) => assignment.get(id)?.place !== composed.current.get(id)?.place,
        );
        if (least > 0) mended += 1;
        expect(evaluate(composed.problem, assignment).hard).to.equal(0);
        expect(moved.reduce((sum, id) => sum + people(id), 0)).to.equal(least);
      }),
      { numRuns: 15 },
    );
    expect(mended, 'drafts that were broken').to.be.greaterThan(3);
  });

  it('counts a move that is not needed (the check sees a planted fault)', () => {
    const composed = tiny(1);
    const [first] = [...composed.current.keys()];
    const elsewhere = composed.problem.activities.find(({ id }) => id === first)?.options.at(-1)?.place ?? '';
    const moved = new Map([...composed.current, [first ?? '', { place: elsewhere, room: null }]]);
    const { problem } = solvable(composed, { change: 'least' });
    const stays = evaluate(problem, moved).byConstraint.filter(({ id }) => id.startsWith('stay:'));
    expect(stays.map(({ id }) => id)).to.deep.equal([`stay:${first}`]);
  });
});

describe('solving a part', () => {
  it('moves only what is in it, and leaves lessons outside without a place', () => {
    const hours = grid('08:00', '09:00', '10:00');
    const a = group('a', { grid: hours, studentIds: ['ana'] });
    const b = group('b', { grid: hours, studentIds: ['ben'] });
    const courses = [
      course(a, 'maths', { teacherId: 'T', lessonsAWeek: 3 }),
      course(b, 'music', { teacherId: 'T', lessonsAWeek: 3 }),
    ];
    const lessons: LessonPlacement[] = [
      { courseId: 'maths', nth: 1, at: at(1, 1), isLocked: false },
      { courseId: 'maths', nth: 2, at: at(1, 1), isLocked: false },
      { courseId: 'music', nth: 1, at: at(1, 1), isLocked: false },
      { courseId: 'music', nth: 2, at: at(1, 1), isLocked: false },
    ];
    const composed = compose(factsOf({ groups: [a, b], courses, lessons }));
    const { problem, start } = solvable(composed, { only: { groupIds: ['a'] } });
    const { assignment } = solve(problem, { seed: 1, start, steps: 5000 });
    expect(assignment.get('music#1')?.place).to.equal('b/1/1');
    expect(assignment.has('music#3'), 'music#3 goes on waiting').to.equal(false);
    const maths = ['maths#1', 'maths#2', 'maths#3'].map((id) => assignment.get(id)?.place);
    expect(new Set(maths)).to.have.length(3);
    expect(maths, 'the teacher is with music').not.to.include('a/1/1');

    const day = solvable(composed, { only: { weekdays: [1] } });
    const ofDay = solve(day.problem, { seed: 1, start: day.start, steps: 5000 }).assignment;
    expect([...ofDay.values()].every(({ place }) => place.includes('/1/'))).to.equal(true);
  });
});

eachApp('A draft in parts', (start) => {
  it('does again what was taken back, until something else is done', async () => {
    const test = await composingSchool(start);
    const draft = await test.solved(await test.newDraft());
    const path = `/api/timetable/drafts/${draft.id}`;
    const act = (what: string, revision: number) =>
      test.browser.post(`${path}/${what}`).set('If-Match', `"${revision}"`);
    await act('redo', draft.revision).expect(409);
    const undone = (await act('undo', draft.revision).expect(200)).body;
    expect(undone.may).to.deep.include({ undo: false, redo: true });
    expect(undone.lessons.placed).to.equal(0);
    const redone = (await act('redo', undone.revision).expect(200)).body;
    expect(redone.items).to.deep.equal(draft.items);
    expect(redone.may).to.deep.include({ undo: true, redo: false });

    const [lesson] = redone.items;
    const again = (await act('undo', redone.revision).expect(200)).body;
    const moved = await test.browser
      .post(`${path}/lessons/${lesson.courseId}/${lesson.nth}/move`)
      .set('If-Match', `"${again.revision}"`)
      .send({ to: { weekday: 2, hour: 2 } })
      .expect(200);
    await act('redo', moved.body.revision).expect(409);
    const back = (await act('undo', moved.body.revision).expect(200)).body;
    const first = (await act('redo', back.revision).expect(200)).body;
    expect(first.items[0]).to.deep.include({ weekday: 2, hour: 2 });
    await act('redo', first.revision).expect(409);
  });

  it('is solved for one weekday only, and everything else stays', async () => {
    const test = await composingSchool(start);
    const whole = await test.solved(await test.newDraft());
    const path = `/api/timetable/drafts/${whole.id}`;
    const request = { moves: 5120, from: 'nothing', only: { weekdays: [3] } };
    const partly = await test.solved(whole, request);
    const others = (items: typeof whole.items) => items.filter(({ weekday }) => weekday !== 3);
    expect(others(partly.items)).to.deep.equal(others(whole.items));
    await test.browser
      .post(`${path}/solve`)
      .set('If-Match', `"${partly.revision}"`)
      .send({ moves: 5120, only: { weekdays: [] } })
      .expect(400);
  });

  it('is mended with least change when somebody has other windows, and compared with what it was', async () => {
    const test = await composingSchool(start);
    const before = await test.solved(await test.newDraft());
    const other = await test.newDraft();
    const [luis] = test.students;
    if (luis)
      await test.windows(
        luis,
        everyDay('08:00', '24:00').filter(({ weekday }) => weekday !== before.items[0]?.weekday),
      );
    const broken = (await test.read(before.id)).items.filter(({ isBroken }) => isBroken);
    expect(broken).not.to.have.length(0);

    const mended = await test.solved(before, { moves: 5120, change: 'least' });

    expect(mended.score.hard).to.equal(0);
    const { body } = await test.browser.get(`/api/timetable/drafts/${mended.id}/compare/${other.id}`).expect(200);
    const moved = mended.items.filter(
      ({ weekday, hour }, index) => weekday !== before.items[index]?.weekday || hour !== before.items[index]?.hour,
    );
    expect(moved).to.have.length(broken.length);
    expect(body.lessons).to.have.length(6);
    expect(body.people.students).to.equal(3);
    expect([body.first.hard, body.second.hard]).to.deep.equal([0, 6]);
    await test.browser.get(`/api/timetable/drafts/${mended.id}/compare/${test.app.newId()}`).expect(404);
  });
});
