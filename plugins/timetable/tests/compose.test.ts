import { expect } from 'chai';
import { compose } from '../domain/compose/compose.ts';
import { usualRules } from '../domain/compose/draftRules.ts';
import { ruleOf } from '../domain/compose/explain.ts';
import type { ComposeFacts } from '../domain/compose/facts.ts';
import { findings } from '../domain/compose/findings.ts';
import { isOpen } from '../domain/compose/lessonPlaces.ts';
import { evaluate } from '../domain/model/evaluate.ts';
import { course, factsOf, grid, gridOn, group, person } from './composeFacts.ts';

/** Hard rules that are broken when lessons are put at these hours: `[courseId, weekday, hour]`. */
function broken(facts: ComposeFacts, ...at: readonly (readonly [string, number, number])[]): readonly string[] {
  const count = new Map<string, number>();
  const lessons = at.map(([courseId, weekday, hour]) => {
    const nth = (count.get(courseId) ?? 0) + 1;
    count.set(courseId, nth);
    return { courseId, nth, at: { weekday, hour }, isLocked: false };
  });
  const { problem, current } = compose({ ...facts, lessons });
  const rules = evaluate(problem, current)
    .byConstraint.filter(({ hard }) => hard)
    .map(ruleOf);
  return [...new Set(rules)].sort();
}

/** Hours of a lesson that are open to it, as `weekday/hour`. */
const open = (facts: ComposeFacts, courseId: string, nth = 1): readonly string[] =>
  (compose(facts).lessons.get(`${courseId}#${nth}`)?.places ?? [])
    .filter(isOpen)
    .map(({ place }) => `${place.weekday}/${place.hour}`);

describe('Composing: clashes', () => {
  const madrid = group('Madrid', { grid: gridOn([1], '15:00', '16:00', '17:00'), studentIds: ['Luis'] });
  const mexico = group('Mexico', {
    zone: 'America/Mexico_City',
    grid: gridOn([1], '08:00', '09:00', '10:00'),
    studentIds: ['Frida'],
  });
  const shared = factsOf({
    groups: [madrid, mexico],
    courses: [course(madrid, 'A', { teacherId: 'Ana' }), course(mexico, 'B', { teacherId: 'Ana' })],
  });
  // 16:00 in Madrid is 14:00 UTC in summer and 15:00 UTC in winter; Mexico City is always six hours behind UTC.
  const cases: readonly (readonly [string, number, number, readonly string[]])[] = [
    ['08:00 in Mexico City is 16:00 in Madrid in summer', 2, 1, ['teacher-clash']],
    ['09:00 in Mexico City is 16:00 in Madrid in winter', 2, 2, ['teacher-clash']],
    ['10:00 in Mexico City never is 16:00 in Madrid', 2, 3, []],
    ['08:00 in Mexico City is 15:00 in Madrid in winter', 1, 1, ['teacher-clash']],
    ['08:00 in Mexico City never is 17:00 in Madrid', 3, 1, []],
  ];
  for (const [title, inMadrid, inMexico, rules] of cases)
    it(`of a teacher are found between zones in every clock of the term: ${title}`, () => {
      expect(broken(shared, ['A', 1, inMadrid], ['B', 1, inMexico])).to.deep.equal(rules);
    });

  it('of a teacher are found between grids that overlap only in part', () => {
    const late = group('Late', { grid: gridOn([1], '08:20'), studentIds: ['Nuria'] });
    const early = group('Early', { grid: gridOn([1], '08:00', '09:05'), studentIds: ['Olga'] });
    const facts = factsOf({
      groups: [early, late],
      courses: [course(early, 'A', { teacherId: 'Ana' }), course(late, 'B', { teacherId: 'Ana' })],
    });
    expect(broken(facts, ['A', 1, 1], ['B', 1, 1])).to.deep.equal(['teacher-clash']);
    expect(broken(facts, ['A', 1, 2], ['B', 1, 1])).to.deep.equal([]);
  });

  it('are none between two subgroups, but there are between a subgroup and its whole group, even while nobody is in it', () => {
    const subgroups = [
      { id: 'Blue', name: 'Blue', studentIds: ['Luis'] },
      { id: 'White', name: 'White', studentIds: [] },
    ];
    const split = group('7 A', { studentIds: ['Luis', 'Marta'], subgroups });
    const facts = factsOf({
      groups: [split],
      courses: [
        course(split, 'Blue English', { subgroupId: 'Blue', studentIds: ['Luis'] }),
        course(split, 'White English', { subgroupId: 'White', studentIds: [] }),
        course(split, 'Maths'),
      ],
    });
    expect(broken(facts, ['Blue English', 1, 1], ['White English', 1, 1], ['Maths', 2, 1])).to.deep.equal([]);
    expect(broken(facts, ['Blue English', 1, 1], ['White English', 1, 2], ['Maths', 1, 1])).to.deep.equal([
      'students-clash',
    ]);
    expect(broken(facts, ['Blue English', 1, 1], ['White English', 1, 2], ['Maths', 1, 2])).to.deep.equal([
      'students-clash',
    ]);
  });

  it('of siblings with one device are found between their groups, but not in a lesson that both are in', () => {
    const [one, other] = [group('7 A', { studentIds: ['Luis'] }), group('5 B', { studentIds: ['Marta'] })];
    const people = [person('Luis', { sharesDeviceWith: ['Marta'] }), person('Marta', { sharesDeviceWith: ['Luis'] })];
    const facts = factsOf({ groups: [one, other], courses: [course(one, 'A'), course(other, 'B')], people });
    expect(broken(facts, ['A', 1, 1], ['B', 1, 1])).to.deep.equal(['device-clash']);
    expect(broken(facts, ['A', 1, 1], ['B', 1, 2])).to.deep.equal([]);
    const together = group('8 A', { studentIds: ['Luis', 'Marta'] });
    expect(
      broken(factsOf({ groups: [together], courses: [course(together, 'C')], people }), ['C', 1, 1]),
    ).to.deep.equal([]);
  });

  it('for meeting rooms count the lessons that other groups have then', () => {
    const [one, other] = [group('7 A', { studentIds: ['Luis'] }), group('5 B', { studentIds: ['Marta'] })];
    const elsewhere = { courseId: 'X', groupId: '9 C', zone: 'Europe/Madrid', weekday: 1, minutes: 45, personIds: [] };
    const facts = factsOf({
      groups: [one, other],
      courses: [course(one, 'A'), course(other, 'B')],
      taken: [{ ...elsewhere, startsTime: '08:00' }],
      rules: { ...usualRules, meetingRooms: 2 },
    });
    expect(broken(facts, ['A', 1, 1], ['B', 1, 1])).to.deep.equal(['meeting-rooms']);
    expect(broken(facts, ['A', 1, 2], ['B', 1, 2])).to.deep.equal([]);
  });
});

describe('Composing: who can be online', () => {
  const luis = group('7 A', { studentIds: ['Luis'], grid: gridOn([1], '16:00', '17:00', '18:00') });
  const inMexico = (from: string, to: string) =>
    person('Luis', { zone: 'America/Mexico_City', weekly: [{ kind: 'online', weekday: 1, from, to }] });

  it('asks in every clock of the term, and says in which part of it somebody cannot', () => {
    // 17:00 in Madrid is 09:00 in Mexico City in summer and 10:00 in winter.
    const facts = factsOf({ groups: [luis], courses: [course(luis, 'A')], people: [inMexico('09:00', '10:45')] });
    expect(open(facts, 'A')).to.deep.equal(['1/2']);
    const [first, , third] = compose(facts).lessons.get('A#1')?.places ?? [];
    expect(first?.blockers.map(({ reason, always }) => [reason, always])).to.deep.equal([['no-window', false]]);
    const periodsOf = (blocker = first?.blockers[0]) =>
      blocker?.clocks.flatMap((index) => facts.clocks[index]?.periods);
    expect(periodsOf()).to.deep.equal([
      { fromOn: '2026-09-01', untilOn: '2026-10-24' },
      { fromOn: '2027-03-28', untilOn: '2027-06-30' },
    ]);
    expect(periodsOf(third?.blockers[0])).to.deep.equal([{ fromOn: '2026-10-25', untilOn: '2027-03-27' }]);
  });

  it('knows hours at the home school, lessons of other groups and siblings who have the device', () => {
    const people = [
      person('Luis', {
        weekly: [{ kind: 'busy', weekday: 1, from: '16:30', to: '16:40' }],
        sharesDeviceWith: ['Marta'],
      }),
    ];
    const elsewhere = { groupId: '9 C', zone: 'Europe/Madrid', weekday: 1, minutes: 45 };
    const taken = [
      { ...elsewhere, courseId: 'X', startsTime: '17:30', personIds: ['Marta'] },
      { ...elsewhere, courseId: 'Y', startsTime: '18:30', personIds: ['teacher of A'] },
    ];
    const facts = factsOf({ groups: [luis], courses: [course(luis, 'A')], people, taken });
    const reasons = compose(facts)
      .lessons.get('A#1')
      ?.places.map(({ blockers }) => blockers.map(({ personId, reason, siblingId }) => [personId, reason, siblingId]));
    expect(reasons).to.deep.equal([
      [['Luis', 'busy-at-home-school', undefined]],
      [['Luis', 'shared-device', 'Marta']],
      [
        ['teacher of A', 'other-lesson', undefined],
        ['Luis', 'shared-device', 'Marta'],
      ],
    ]);
  });

  it('opens a place for one lesson when the absence there was accepted, and for all when it was accepted for the group', () => {
    const at = { studentId: 'Luis', groupId: '7 A', weekday: 1, hour: 1 };
    const facts = factsOf({
      groups: [luis],
      courses: [course(luis, 'A', { lessonsAWeek: 2 })],
      people: [inMexico('00:00', '00:30')],
    });
    const accepted = (absence: object) => ({ ...facts, absences: [{ ...at, courseId: null, nth: null, ...absence }] });
    expect([open(facts, 'A', 1), open(facts, 'A', 2)]).to.deep.equal([[], []]);
    expect(open(accepted({ courseId: 'A', nth: 1 }), 'A', 1)).to.deep.equal(['1/1']);
    expect(open(accepted({ courseId: 'A', nth: 1 }), 'A', 2)).to.deep.equal([]);
    expect(open(accepted({}), 'A', 2)).to.deep.equal(['1/1']);
  });
});

describe('Composing: hours and breaks', () => {
  it('gives a long lesson as many hours in a row as it needs, and none that a break cuts', () => {
    const one = group('7 A', { studentIds: ['Luis'], grid: gridOn([1], '08:00', '08:50', '09:40', '10:30') });
    const facts = factsOf({
      groups: [one],
      courses: [course(one, 'A', { lessonMinutes: 90 })],
      rules: { ...usualRules, breaks: [{ weekday: null, hour: 3 }] },
    });
    expect(compose(facts).problem.activities[0]?.duration).to.equal(2);
    expect(open(facts, 'A')).to.deep.equal(['1/1']);
    expect(broken(facts, ['A', 1, 2])).to.deep.equal(['break', 'place']);
  });

  it('limits the hours of a day', () => {
    const one = group('7 A', { studentIds: ['Luis'] });
    const facts = factsOf({
      groups: [one],
      courses: [course(one, 'A', { lessonsAWeek: 3 })],
      rules: { ...usualRules, lessonsADay: 2 },
    });
    expect(broken(facts, ['A', 1, 1], ['A', 1, 2], ['A', 1, 3])).to.deep.equal(['lessons-a-day']);
  });

  it('is the same problem for the same facts', () => {
    const one = group('7 A', { studentIds: ['Luis', 'Marta'] });
    const facts = factsOf({ groups: [one], courses: [course(one, 'A', { lessonsAWeek: 3 })] });
    expect(compose(facts).problem).to.deep.equal(compose(facts).problem);
  });
});

describe('Findings before solving', () => {
  const one = group('7 A', { studentIds: ['Luis'], grid: grid('08:00') });

  it('name lessons that are more than their places, and those that are left over', () => {
    const facts = factsOf({
      groups: [one],
      courses: [course(one, 'A', { lessonsAWeek: 4 }), course(one, 'B', { lessonsAWeek: 3 })],
    });
    const [found, ...others] = findings(compose(facts));
    expect(others).to.deep.equal([]);
    expect(found).to.deep.include({ code: 'too-many-lessons', needed: 7, free: 5 });
    expect(found?.code === 'too-many-lessons' && found.leftOver).to.have.length(2);
  });

  it('name a lesson longer than any stretch of hours, a course without a teacher and one without students', () => {
    const courses = [
      course(one, 'A', { lessonMinutes: 200 }),
      course(one, 'B', { teacherId: null }),
      course(one, 'C', { studentIds: [] }),
    ];
    expect(findings(compose(factsOf({ groups: [one], courses }))).map(({ code }) => code)).to.deep.equal([
      'lesson-longer-than-grid',
      'course-without-teacher',
      'course-without-students',
    ]);
  });

  it('name days that are too short for a whole week, and locks that are in each other’s way', () => {
    const wide = group('7 A', { studentIds: ['Luis'] });
    const courses = [course(wide, 'A', { lessonsAWeek: 6 })];
    const short = factsOf({ groups: [wide], courses, rules: { ...usualRules, lessonsADay: 1 } });
    expect(findings(compose(short)).map(({ code }) => code)).to.deep.equal(['days-too-short']);
    const at = { weekday: 1, hour: 1 };
    const lessons = [1, 2].map((nth) => ({ courseId: 'A', nth, at, isLocked: true }));
    expect(
      findings(compose({ ...factsOf({ groups: [wide], courses }), lessons })).map(({ code }) => code),
    ).to.deep.equal(['locks-clash']);
  });
});
