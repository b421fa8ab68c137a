import { expect } from 'chai';
import { availableIntervals, expandWeekly } from '../../../server/calendar/api.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import type { LessonChange } from '../domain/publish/change.ts';
import { type Decision, keyOf } from '../domain/publish/decision.ts';
import type { PatternLesson } from '../domain/publish/patternLesson.ts';
import { type GroupToPlan, planGroup } from '../domain/publish/planGroup.ts';

const maths: PatternLesson = {
  courseId: 'maths',
  nth: 1,
  groupId: 'g',
  subgroupId: null,
  teacherId: 't',
  weekday: 1,
  hourIndex: 1,
  startsTime: '09:00',
  minutes: 40,
};

const place = (over: Partial<PatternLesson>): PatternLesson => ({ ...maths, ...over });

const group = (over: Partial<GroupToPlan> = {}): GroupToPlan => ({
  groupId: 'g',
  zone: 'Europe/Madrid',
  term: { firstOn: '2026-09-07', lastOn: '2026-09-27' },
  pattern: [maths],
  lessons: [],
  contexts: new Map(),
  decisions: new Map(),
  expand: expandWeekly,
  released: new Set(),
  now: new Date('2026-09-01T00:00:00Z'),
  effectiveOn: '2026-09-07',
  ...over,
});

/** Lessons as they are after such a plan was published. */
const published = (changes: readonly LessonChange[], over: Partial<Lesson> = {}): Lesson[] =>
  changes.flatMap((change) => {
    const { to, courseId, nth, weekOn, groupId, subgroupId, isByHand } = change;
    if (!to) return [];
    const id = `${courseId} ${nth} ${weekOn}`;
    const counters = { sequence: 0, revision: 1, state: 'planned', zone: 'Europe/Madrid' } as const;
    const links = { commitmentId: `c ${id}`, joinUrl: null, pendingPublicationId: null };
    const usual = { isExtra: false, forPersonId: null };
    const lesson = { id, courseId, nth, weekOn, groupId, subgroupId, isByHand, ...to, ...counters, ...links, ...usual };
    return [{ ...lesson, changedAt: new Date(0), ...over }];
  });

const kinds = (changes: readonly LessonChange[]) => changes.map(({ kind }) => kind);

describe('The plan of a publication', () => {
  it('adds every lesson of the first timetable', () => {
    const { changes } = planGroup(group());
    expect(kinds(changes)).to.deep.equal(['added', 'added', 'added']);
    expect(changes.map(({ to }) => to?.startsAt.toISOString())).to.deep.equal([
      '2026-09-07T07:00:00.000Z',
      '2026-09-14T07:00:00.000Z',
      '2026-09-21T07:00:00.000Z',
    ]);
  });

  it('keeps everything when nothing changed, also when lessons of a course are numbered otherwise', () => {
    const twice = [maths, place({ nth: 2, weekday: 3 })];
    const lessons = published(planGroup(group({ pattern: twice })).changes);
    const swapped = [place({ nth: 2 }), place({ weekday: 3 })];
    expect(new Set(kinds(planGroup(group({ pattern: swapped, lessons })).changes))).to.deep.equal(new Set(['kept']));
  });

  it('moves lessons from the effective date on and leaves the past', () => {
    const lessons = published(planGroup(group()).changes);
    const later = group({ pattern: [place({ weekday: 4 })], lessons, effectiveOn: '2026-09-14' });
    expect(kinds(planGroup(later).changes)).to.deep.equal(['kept', 'moved', 'moved']);
  });

  it('leaves a lesson that has begun today', () => {
    const lessons = published(planGroup(group()).changes);
    const now = new Date('2026-09-07T07:10:00Z');
    const { changes } = planGroup(group({ pattern: [place({ weekday: 4 })], lessons, now }));
    expect(kinds(changes)).to.deep.equal(['kept', 'moved', 'moved']);
  });

  it('holds no lesson twice in the week in which the timetable changes', () => {
    const lessons = published(planGroup(group()).changes);
    const midweek = group({ pattern: [place({ weekday: 5 })], lessons, effectiveOn: '2026-09-16' });
    expect(kinds(planGroup(midweek).changes)).to.deep.equal(['kept', 'kept', 'moved']);
  });

  it('leaves lessons moved or cancelled by hand, unless they are released', () => {
    const [first, second, third] = published(planGroup(group()).changes);
    if (!first || !second || !third) throw new Error('There are three lessons');
    const byHand: Lesson = {
      ...second,
      startsAt: new Date('2026-09-17T07:00:00Z'),
      endsAt: new Date('2026-09-17T07:40:00Z'),
      on: '2026-09-17',
      isByHand: true,
    };
    const gone: Lesson = { ...third, state: 'cancelled', commitmentId: null, isByHand: true };
    const again = group({ lessons: [first, byHand, gone] });
    expect(kinds(planGroup(again).changes)).to.deep.equal(['kept', 'kept', 'kept']);
    const released = new Set([byHand.id, gone.id]);
    const { changes } = planGroup({ ...again, released });
    expect(kinds(changes)).to.deep.equal(['kept', 'moved', 'added']);
    expect(changes.map(({ lessonId }) => lessonId)).to.deep.equal([first.id, byHand.id, gone.id]);
  });

  it('cancels lessons that the timetable no longer has, and brings them back as the same lessons', () => {
    const lessons = published(planGroup(group()).changes);
    const without = planGroup(group({ pattern: [], lessons }));
    expect(kinds(without.changes)).to.deep.equal(['cancelled', 'cancelled', 'cancelled']);
    const cancelled = lessons.map((one): Lesson => ({ ...one, state: 'cancelled', commitmentId: null }));
    const back = planGroup(group({ lessons: cancelled }));
    expect(back.changes.map(({ lessonId }) => lessonId)).to.deep.equal(lessons.map(({ id }) => id));
  });

  it('sees another teacher at the same time as a change', () => {
    const lessons = published(planGroup(group()).changes);
    const { changes } = planGroup(group({ pattern: [place({ teacherId: 'other' })], lessons }));
    expect(kinds(changes)).to.deep.equal(['moved', 'moved', 'moved']);
  });
});

const online = (personId: string, zone: string, from: string, to: string) => ({
  personId,
  availability: {
    zone,
    weekly: [1, 2, 3, 4, 5].map((weekday) => ({ kind: 'online' as const, weekday, from, to })),
    exceptions: [],
  },
});

describe('A pattern over a term', () => {
  const autumn = { firstOn: '2026-10-19', lastOn: '2026-11-01' };

  it('stays at its wall time when clocks change', () => {
    const { changes } = planGroup(group({ term: autumn, effectiveOn: '2026-10-19' }));
    expect(changes.map(({ to }) => to?.startsAt.toISOString())).to.deep.equal([
      '2026-10-19T07:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
    ]);
  });

  it('proposes dates on which the clocks of a student in Mexico have moved away', () => {
    // 16:00 in Madrid is 08:00 in Mexico City in summer and 09:00 in winter.
    const people = [online('m', 'America/Mexico_City', '07:30', '08:45')];
    const pattern = [place({ startsTime: '16:00' })];
    const available = new Map(
      people.map(({ personId, availability }) => [
        personId,
        availableIntervals(availability, new Date('2026-10-17'), new Date('2026-11-03')),
      ]),
    );
    const context = { holidays: new Map(), people, available, alternatives: [] };
    const { exceptions } = planGroup(
      group({ term: autumn, effectiveOn: '2026-10-19', pattern, contexts: new Map([['maths', context]]) }),
    );
    expect(exceptions.map(({ on, failures }) => [on, failures.map(({ kind }) => kind)])).to.deep.equal([
      ['2026-10-26', ['clock-change']],
    ]);
  });

  it('has no lesson on holidays unless it is accepted', () => {
    const holidays = new Map([['2026-09-14', 'Founders']]);
    const contexts = new Map([['maths', { holidays, people: [], available: new Map(), alternatives: [] }]]);
    const plan = planGroup(group({ contexts }));
    expect(plan.changes).to.have.length(2);
    expect(plan.exceptions.map(({ proposal }) => proposal.kind)).to.deep.equal(['cancel']);
    const accepted: Decision = { kind: 'accept' };
    const decisions = new Map([[keyOf({ courseId: 'maths', nth: 1, on: '2026-09-14' }), accepted]]);
    expect(planGroup(group({ contexts, decisions })).changes).to.have.length(3);
  });

  it('moves one date where it is decided, within the same week of the course', () => {
    const holidays = new Map([['2026-09-14', 'Founders']]);
    const contexts = new Map([['maths', { holidays, people: [], available: new Map(), alternatives: [] }]]);
    const move: Decision = { kind: 'move', on: '2026-09-19', time: '10:00' };
    const decisions = new Map([[keyOf({ courseId: 'maths', nth: 1, on: '2026-09-14' }), move]]);
    const { changes } = planGroup(group({ contexts, decisions }));
    expect(changes[1]?.to?.startsAt.toISOString()).to.equal('2026-09-19T08:00:00.000Z');
    expect(changes[1]?.weekOn).to.equal('2026-09-14');
    expect(changes[1]?.isByHand).to.equal(true);
  });

  it('moves a wall time that clocks skip to what they show instead', () => {
    const term = { firstOn: '2027-03-22', lastOn: '2027-04-04' };
    const pattern = [place({ weekday: 7, startsTime: '02:30' })];
    const { changes, exceptions } = planGroup(group({ term, pattern, effectiveOn: '2027-03-22' }));
    expect(exceptions.map(({ failures }) => failures[0]?.kind)).to.deep.equal(['skipped-time']);
    expect(changes.map(({ to }) => to?.startsAt.toISOString())).to.deep.equal([
      '2027-03-28T01:30:00.000Z',
      '2027-04-04T00:30:00.000Z',
    ]);
  });
});
