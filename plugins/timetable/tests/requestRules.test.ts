import { expect } from 'chai';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { type Act, decideAct, decideAsk, lastChanceOf, stateNow } from '../domain/reschedule/decide.ts';
import { deadlineOf, decidePolicy, needsCoordinator, ownerOf } from '../domain/reschedule/policy.ts';
import { type Reschedule, type RescheduleState, rescheduleStates } from '../domain/reschedule/reschedule.ts';

const at = (text: string): Date => new Date(`2026-09-${text}:00Z`);
const lessonAt = at('10T08:00');

const request = (state: RescheduleState, over: Partial<Reschedule> = {}): Reschedule => ({
  id: 'request',
  lessonId: 'lesson',
  kind: 'move',
  isForGroup: true,
  askedById: 'luis',
  forPersonId: 'luis',
  teacherId: 'pedro',
  reasonKind: 'ill',
  reason: 'A cold',
  wish: null,
  windowsJson: [],
  state,
  fromHeldOn: '2026-09-10',
  fromStartsAt: lessonAt,
  fromEndsAt: at('10T08:40'),
  heldOn: '2026-09-11',
  startsAt: at('11T08:00'),
  endsAt: at('11T08:40'),
  dueAt: at('05T08:00'),
  remindAt: null,
  escalateAt: null,
  isSettledAhead: false,
  isCountered: false,
  newLessonId: null,
  askedAt: at('03T08:00'),
  endedAt: null,
  revision: 1,
  ...over,
});

describe('The rules of requests: policies of home schools', () => {
  const asked = { isMissed: false, startsAt: lessonAt, before: 0, now: at('08T08:00') };
  const policy = { noticeHours: 48, mostPerTerm: 2 };

  it('let a family ask until the very hour that is named, and not a minute later', () => {
    expect(decidePolicy(policy, asked)).to.equal(undefined);
    expect(decidePolicy(policy, { ...asked, now: at('08T08:01') })).to.deep.equal({ why: 'too-late', hours: 48 });
  });

  it('do not count hours of a lesson that was missed', () => {
    expect(decidePolicy(policy, { ...asked, isMissed: true, now: at('12T08:00') })).to.equal(undefined);
  });

  it('let a family ask as often as they say', () => {
    expect(decidePolicy(policy, { ...asked, before: 1 })).to.equal(undefined);
    expect(decidePolicy(policy, { ...asked, before: 2 })).to.deep.equal({ why: 'too-often', most: 2 });
    expect(decidePolicy({ ...policy, mostPerTerm: null }, { ...asked, before: 99 })).to.equal(undefined);
  });

  it('name who confirms', () => {
    const needs = (coordinatorFor: 'none' | 'chains' | 'all') =>
      [1, 2].map((lessons) => needsCoordinator({ coordinatorFor }, lessons));
    expect([needs('none'), needs('chains'), needs('all')]).to.deep.equal([
      [false, false],
      [false, true],
      [true, true],
    ]);
  });
});

describe('The rules of requests: owners and deadlines', () => {
  it('give every open state an owner, and the ends none', () => {
    expect(rescheduleStates.map((state) => [state, ownerOf(state, false), ownerOf(state, true)])).to.deep.equal([
      ['asked', 'tutor', 'tutor'],
      ['proposed', 'teacher', 'teacher'],
      ['agreed', 'tutor', 'coordinator'],
      ['confirmed', 'teacher', 'teacher'],
      ['done', undefined, undefined],
      ['declined', undefined, undefined],
      ['withdrawn', undefined, undefined],
      ['lapsed', undefined, undefined],
    ]);
  });

  const now = at('01T08:00');
  const cases: readonly (readonly [RescheduleState, Date, string, string, string])[] = [
    ['proposed', at('10T08:00'), '03T08:00', '02T08:00', '02T20:00'],
    ['agreed', at('10T08:00'), '02T08:00', '01T20:00', '02T02:00'],
    ['asked', at('10T08:00'), '02T08:00', '01T20:00', '02T02:00'],
    // Never after the lesson begins.
    ['proposed', at('02T08:00'), '02T08:00', '01T20:00', '02T02:00'],
  ];
  for (const [state, lesson, due, remind, escalate] of cases)
    it(`${state}, the lesson on ${lesson.toISOString()}: due ${due}, reminded ${remind}, escalated ${escalate}`, () => {
      expect(deadlineOf(state, now, { lessons: [at('20T08:00'), lesson], slotEndsAt: null })).to.deep.equal({
        dueAt: at(due),
        remindAt: at(remind),
        escalateAt: at(escalate),
      });
    });

  it('confirmed: until the lesson has been held; ended: none', () => {
    const none = { remindAt: null, escalateAt: null };
    const times = { lessons: [lessonAt], slotEndsAt: at('11T08:40') };
    expect(deadlineOf('confirmed', now, times)).to.deep.equal({ dueAt: at('11T08:40'), ...none });
    expect(deadlineOf('declined', now, times)).to.deep.equal({ dueAt: null, ...none });
  });
});

describe('The rules of requests: states', () => {
  const cases: readonly (readonly [RescheduleState, string, RescheduleState])[] = [
    ['proposed', '05T07:59', 'proposed'],
    ['proposed', '05T08:00', 'lapsed'],
    ['agreed', '05T07:59', 'agreed'],
    ['agreed', '05T08:00', 'lapsed'],
    // Without a time it waits until the lesson begins.
    ['asked', '10T07:59', 'asked'],
    ['asked', '10T08:00', 'lapsed'],
    ['confirmed', '11T08:39', 'confirmed'],
    ['confirmed', '11T08:40', 'done'],
    ['declined', '20T08:00', 'declined'],
    ['withdrawn', '20T08:00', 'withdrawn'],
  ];
  for (const [state, now, wanted] of cases)
    it(`${state} is ${wanted} at ${now}`, () => expect(stateNow(request(state), at(now))).to.equal(wanted));

  it('a missed lesson can be asked for during three weeks', () => {
    expect(lastChanceOf({ kind: 'anew', fromStartsAt: lessonAt })).to.deep.equal(new Date('2026-10-01T08:00:00Z'));
    expect(lastChanceOf({ kind: 'move', fromStartsAt: lessonAt })).to.deep.equal(lessonAt);
  });

  const now = at('04T08:00');
  const table: Readonly<Record<RescheduleState, readonly Act[]>> = {
    asked: ['propose', 'withdraw'],
    proposed: ['answer', 'propose', 'withdraw'],
    agreed: ['propose', 'confirm', 'withdraw'],
    confirmed: [],
    done: [],
    declined: ['propose'],
    withdrawn: [],
    lapsed: ['propose'],
  };
  for (const state of rescheduleStates)
    it(`what is ${state} takes: ${table[state].join(', ') || 'nothing'}`, () => {
      const acts: readonly Act[] = ['answer', 'propose', 'confirm', 'withdraw'];
      expect(acts.filter((act) => decideAct(act, request(state), now).ok)).to.deep.equal(table[state]);
      // Nothing is revived once the lesson has begun.
      expect(acts.filter((act) => decideAct(act, request(state), at('10T08:00')).ok)).to.deep.equal([]);
    });

  it('an answer that comes too late is told so', () => {
    expect(decideAct('answer', request('proposed'), at('05T08:00'))).to.deep.equal({ ok: false, state: 'lapsed' });
  });
});

describe('The rules of requests: which lesson can be asked about', () => {
  const lesson: Lesson = {
    id: 'lesson',
    groupId: 'group',
    courseId: 'maths',
    nth: 1,
    weekOn: '2026-09-07',
    subgroupId: null,
    zone: 'UTC',
    on: '2026-09-10',
    startsAt: lessonAt,
    endsAt: at('10T08:40'),
    teacherId: 'pedro',
    state: 'planned',
    isByHand: false,
    sequence: 0,
    revision: 1,
    commitmentId: 'commitment',
    joinUrl: null,
    pendingPublicationId: null,
    changedAt: at('01T08:00'),
    isExtra: false,
    forPersonId: null,
  };
  const cases: readonly (readonly [string, Partial<Lesson>, string, 'move' | 'anew', string | undefined])[] = [
    ['one to come', {}, '10T07:59', 'move', undefined],
    ['one that begins', {}, '10T08:00', 'move', 'over'],
    ['one to come, as missed', {}, '10T07:59', 'anew', 'not-yet'],
    ['one that was missed', {}, '12T08:00', 'anew', undefined],
    ['one that was cancelled, as missed', { state: 'cancelled' }, '12T08:00', 'anew', undefined],
    ['one that is cancelled', { state: 'cancelled' }, '09T08:00', 'move', 'cancelled'],
    ['one that is being published', { pendingPublicationId: 'p' }, '09T08:00', 'move', 'being-published'],
    ['one without a teacher', { teacherId: null }, '09T08:00', 'move', 'no-teacher'],
  ];
  for (const [what, over, now, kind, why] of cases)
    it(`${what}: ${why ?? 'yes'}`, () => {
      const decision = decideAsk({ ...lesson, ...over }, at(now), kind);
      expect(decision.ok ? undefined : decision.why).to.equal(why);
    });

  it('one that was missed long ago is over', () => {
    const late = new Date('2026-10-01T08:41:00Z');
    expect(decideAsk(lesson, late, 'anew')).to.deep.equal({ ok: false, why: 'over' });
    expect(decideAsk(lesson, new Date('2026-10-01T08:40:00Z'), 'anew').ok).to.equal(true);
  });
});
