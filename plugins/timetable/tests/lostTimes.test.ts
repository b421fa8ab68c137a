import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { lossOf } from '../domain/reschedule/loss.ts';
import type { ReschedulePart } from '../domain/reschedule/reschedule.ts';
import { act, ask, lessonNow, otherSlot, requestSchool, show, slot } from './requestSchool.ts';
import { type At, draftOf, publish } from './runningSchool.ts';

describe('What a request loses to changes', () => {
  const monday = new Date('2026-09-07T07:00:00Z');
  const tuesday = new Date('2026-09-08T07:00:00Z');
  const lesson = (over: Partial<Lesson> = {}) =>
    ({ id: 'one', state: 'planned', startsAt: monday, teacherId: 'pedro', ...over }) as Lesson;
  const part = (over: Partial<ReschedulePart> = {}) =>
    ({ nth: 1, lessonId: 'one', teacherId: 'pedro', fromStartsAt: monday, ...over }) as ReschedulePart;
  const other = { nth: 2, lessonId: 'two', teacherId: 'quim', fromStartsAt: tuesday };
  const two = lesson({ id: 'two', startsAt: tuesday, teacherId: 'quim' });
  const move = { kind: 'move', lessonId: 'one', fromStartsAt: monday } as const;
  const anew = { ...move, kind: 'anew' } as const;
  const cases: readonly (readonly [
    string,
    ReturnType<typeof lossOf>,
    Parameters<typeof lossOf>[0],
    Lesson[],
    boolean,
  ])[] = [
    ['nothing while all is as it was', undefined, move, [lesson(), two], true],
    ['the lesson when that moved', 'lesson', move, [lesson({ startsAt: tuesday }), two], true],
    ['the lesson when that is cancelled', 'lesson', move, [lesson({ state: 'cancelled' }), two], true],
    ['the lesson when that is no more', 'lesson', move, [two], true],
    [
      'nothing when a lesson that was missed is cancelled',
      undefined,
      anew,
      [lesson({ state: 'cancelled' }), two],
      true,
    ],
    ['the time when somebody is taken', 'time', move, [lesson(), two], false],
    ['the time when another teacher holds the lesson', 'time', move, [lesson({ teacherId: 'eva' }), two], true],
    ['the time when the one that makes room moved', 'time', move, [lesson(), { ...two, startsAt: monday }], true],
    [
      'the time when the one that makes room is cancelled',
      'time',
      anew,
      [lesson(), { ...two, state: 'cancelled' }],
      true,
    ],
  ];
  it('the teacher when one of those who were asked has left', () => {
    const lessonOf = (id: string) => [lesson(), two].find((one) => one.id === id);
    const found = lossOf(move, [part(), part(other)], { lessonOf, isFree: () => true, isThere: (id) => id !== 'quim' });
    expect(found).to.equal('teacher');
  });
  for (const [name, loss, request, lessons, isFree] of cases)
    it(name, () => {
      const lessonOf = (id: string) => lessons.find((one) => one.id === id);
      expect(lossOf(request, [part(), part(other)], { lessonOf, isFree: () => isFree, isThere: () => true })).to.equal(
        loss,
      );
    });
});

interface Notice {
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const noticesOf = async (browser: TestAgent): Promise<readonly Notice[]> =>
  (await browser.get('/api/notices').expect(200)).body.items;

/** Publishes the school's week anew with these places. */
async function republish(
  test: TestApp,
  it: Awaited<ReturnType<typeof requestSchool>>,
  maths: readonly [At, At],
  biology: At,
) {
  const [course] = await test.app.database
    .reader('school_course')
    .where({ teacherId: it.otherTeacher.id })
    .select('id');
  const places = [
    [it.maths, ...maths],
    [course, biology],
  ] as const;
  const draftId = await draftOf(test, it.term, it.group, places, it.tutor);
  return publish(test, it.by.tutor, { draftId, effectiveOn: '2026-09-07' });
}

const usual = [
  { weekday: 1, hour: 2 },
  { weekday: 3, hour: 2 },
] as const;

eachApp('A time that was proposed', (start) => {
  it('and is taken by what is published is asked for anew, with what is free instead, and the mail’s answer is void', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await requestSchool(test);
    const { body } = await ask(it.by.student, it.first, { slot }).expect(201);
    const untouched = await ask(it.by.student, it.second, { slot: otherSlot }).expect(201);
    await republish(test, it, usual, { weekday: 4, hour: 3 });

    const lost = await show(it.by.student, body.id);
    expect(lost).to.deep.include({ state: 'asked', owner: 'tutor', slot: null, moves: [] });
    expect(lost.steps.map(({ what }: { what: string }) => what)).to.deep.equal(['asked', 'proposed', 'lost']);
    expect(lost.steps[2].startsAt).to.equal('2026-09-10T08:00:00.000Z');
    expect((await show(it.by.student, untouched.body.id)).state).to.equal('proposed');
    await act(it.by.teacher, body.id, 'answer', { consent: true }).expect(409);
    for (const browser of [it.by.tutor, it.by.student, it.by.teacher]) {
      const told = (await noticesOf(browser)).filter(({ kind }) => kind === 'timetable.reschedule-lost');
      expect(told).to.have.length(1);
      expect(String(told[0]?.params.free).split('; '), 'what is free instead').to.have.length(3);
    }
    // The time that was held is given back, and another one can be chosen.
    const left = await test.app.database.reader('calendar_commitment').whereNotNull('holdUntilAt').select('sourceId');
    expect(left).to.deep.equal([{ sourceId: untouched.body.id }]);
    const again = await act(it.by.tutor, body.id, 'propose', { on: '2026-09-10', time: '12:00' }).expect(200);
    expect(again.body.state).to.equal('proposed');
  });

  it('for a lesson that is published elsewhere ends with it, and whoever asked is told', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await requestSchool(test);
    const { body } = await ask(it.by.student, it.first, { slot }).expect(201);
    await act(it.by.teacher, body.id, 'answer', { consent: true }).expect(200);
    const waiting = await ask(it.by.student, it.biology, {}).expect(201);
    await republish(test, it, [{ weekday: 1, hour: 6 }, usual[1]], { weekday: 5, hour: 1 });
    for (const id of [body.id, waiting.body.id])
      expect(await show(it.by.student, id)).to.include({ state: 'withdrawn', owner: null });
    const told = (await noticesOf(it.by.student)).map(({ kind }) => kind);
    expect(told.filter((kind) => kind === 'timetable.reschedule-withdrawn')).to.have.length(2);
    expect(await test.app.database.reader('calendar_commitment').whereNotNull('holdUntilAt').pluck('id')).to.deep.equal(
      [],
    );
  });

  it('and is taken by a lesson that the tutor moves there is asked for anew; a lesson that was to make room is let be', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await requestSchool(test);
    const asked = await ask(it.by.student, it.first, {}).expect(201);
    const biologyAt = { on: '2026-09-08', time: '10:00' };
    const alongside = [{ lessonId: it.biology.id, on: '2026-09-11', time: '12:00' }];
    const chain = await act(it.by.tutor, asked.body.id, 'propose', { ...biologyAt, alongside }).expect(200);
    expect(chain.body.moves).to.have.length(2);
    await test.settle();
    // Whoever publishes over what is held reads so in the preview, of the lesson that makes room as well.
    const over = [it.maths, { weekday: 1, hour: 2 }, { weekday: 5, hour: 5 }] as const;
    const draftId = await draftOf(test, it.term, it.group, [over], it.tutor);
    const plan = { draftId, effectiveOn: '2026-09-07' };
    const preview = await it.by.tutor.post('/api/timetable/publication-previews').send(plan).expect(200);
    const inTheWay = preview.body.clashes.map((one: { inTheWay: { entityId: string } }) => one.inTheWay.entityId);
    expect(inTheWay).to.include(asked.body.id);

    const biology = await lessonNow(it.by.tutor, it.biology.id);
    await it.by.tutor
      .post(`/api/timetable/lessons/${biology.id}/move`)
      .set('If-Match', `"${biology.revision}"`)
      .send({ on: '2026-09-08', time: '15:00' })
      .expect(200);
    await test.settle();
    expect(await show(it.by.tutor, asked.body.id)).to.include({ state: 'asked', owner: 'tutor' });
    const ended = (await noticesOf(it.by.otherTeacher)).filter(
      ({ kind }) => kind === 'timetable.reschedule-chain-ended',
    );
    expect(ended).to.have.length(1);
    expect(JSON.stringify(ended), 'whose wish it was is not theirs to know').not.to.include('Luis');
  });
});
