import { expect } from 'chai';
import { system } from '../../../server/access/actor.ts';
import { membersChanged } from '../../../server/school/api.ts';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { numbersOf } from '../domain/reschedule/numbers.ts';
import { act, ask, kindsOf, otherSlot, requestSchool, slot } from './requestSchool.ts';

describe('Numbers of requests', () => {
  const request = (id: string, over: object = {}) => ({
    id,
    state: 'done' as const,
    reasonKind: 'ill' as const,
    forPersonId: 'luis',
    teacherId: 'pedro',
    ...over,
  });
  const step = (rescheduleId: string, number: number, what: 'proposed' | 'agreed' | 'declined', hour: number) => ({
    rescheduleId,
    number,
    what,
    byPersonId: null,
    happenedAt: new Date(hour * 3_600_000),
    startsAt: null,
    endsAt: null,
    note: null,
  });

  it('count reasons, what was solved, hours to an answer, and who asks often', () => {
    const requests = [
      request('a'),
      request('b', { state: 'declined', reasonKind: 'doctor' }),
      request('c', { state: 'proposed' }),
      request('d', { forPersonId: 'pedro' }),
      request('e', { forPersonId: 'marta' }),
    ];
    const steps = [
      step('a', 1, 'proposed', 0),
      step('a', 2, 'agreed', 5),
      step('b', 1, 'proposed', 0),
      step('b', 2, 'declined', 1),
    ];
    expect(numbersOf(requests, steps)).to.deep.equal({
      requests: 5,
      open: 1,
      solved: 3,
      byReason: [
        { reason: 'ill', requests: 4 },
        { reason: 'doctor', requests: 1 },
      ],
      answerHours: { median: 1, p90: 5 },
      often: [{ personId: 'luis', requests: 3 }],
    });
  });

  it('say nothing of answers where there were none', () => {
    expect(numbersOf([], []).answerHours).to.equal(null);
  });
});

eachApp('What tutors keep an eye on', (start) => {
  it('are the numbers of their own groups', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await requestSchool(test);
    const { body } = await ask(it.by.student, it.first, { reasonKind: 'contest', slot }).expect(201);
    await ask(it.by.student, it.second, { slot: otherSlot }).expect(201);
    test.clock.advance({ hours: 2 });
    await act(it.by.teacher, body.id, 'answer', { consent: true }).expect(200);
    await act(it.by.tutor, body.id, 'confirm', { confirm: true }).expect(200);
    const numbers = (await it.by.tutor.get('/api/timetable/request-numbers').expect(200)).body;
    expect(numbers).to.deep.include({ requests: 2, solved: 1, open: 1, answerHours: { median: 2, p90: 2 }, often: [] });
    const elsewhere = await test.school.staff('tutor');
    await test.school.tutor(await test.school.group(), elsewhere);
    expect(
      (await (await test.signIn(elsewhere)).get('/api/timetable/request-numbers').expect(200)).body.requests,
    ).to.equal(0);
  });

  it('is who can no longer join lessons, as soon as hours change, told once', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await requestSchool(test);
    const list = async () => (await it.by.tutor.get('/api/timetable/cannot-join').expect(200)).body.items;
    expect(await list()).to.deep.equal([]);
    const own = it.by.student;
    const { body } = await own.get(`/api/people/${it.student.id}/availability`).expect(200);
    // Mornings are gone but on Tuesdays: of mathematics every lesson is lost, of biology none.
    const windows = [{ weekday: 2, from: '08:00', to: '20:00' }];
    const given = await own
      .put(`/api/people/${it.student.id}/availability`)
      .set('If-Match', `"${body.revision}"`)
      .send({ windows, exceptions: [] });
    expect(given.status, JSON.stringify(given.body)).to.equal(200);
    await test.settle();
    const [found, ...rest] = await list();
    expect(rest).to.deep.equal([]);
    expect(found).to.deep.include({ firstLessonId: it.first.id, lessons: 16 });
    expect(found.person.id).to.equal(it.student.id);
    expect((await kindsOf(it.by.tutor)).filter((kind) => kind === 'timetable.cannot-join')).to.have.length(1);
  });

  /** A student who is online on Tuesdays only. */
  async function onTuesdays(test: TestApp, givenName: string) {
    const student = await test.school.student({ givenName });
    await test.app.database.write(async (trx) => {
      await trx('calendar_availability').insert({ personId: student.id, revision: 1 });
      const window = { id: test.app.newId(), personId: student.id, kind: 'online', weekday: 2 };
      await trx('calendar_window').insert({ ...window, fromTime: '08:00', toTime: '20:00' });
    });
    return student;
  }
  const listed = async (browser: TestAgent): Promise<readonly string[]> =>
    (await browser.get('/api/timetable/cannot-join').expect(200)).body.items.map(
      ({ person }: { person: { id: string } }) => person.id,
    );
  const toldOf = async (browser: TestAgent) =>
    (await kindsOf(browser)).filter((kind) => kind === 'timetable.cannot-join').length;

  it('is each new member whose hours are others, however many come, and no longer one who left', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await requestSchool(test);
    const [olga, pavel] = [await onTuesdays(test, 'Olga'), await onTuesdays(test, 'Pavel')];
    const members = `/api/groups/${it.group.id}/members`;
    const office = await test.signIn(await test.school.staff('admin'));
    // Sofia can always be online: nothing is to be told of her.
    const sofia = await test.school.student({ givenName: 'Sofia' });
    for (const { id } of [olga, sofia])
      await office
        .post(members)
        .send({ personIds: [id] })
        .expect(200);
    await test.settle();
    expect(await listed(it.by.tutor)).to.deep.equal([olga.id]);
    expect(await toldOf(it.by.tutor)).to.equal(1);

    // Many come at once by an import.
    await test.school.member(it.group, pavel);
    await test.app.scopes.inWrite(system, async (scope) => scope.emit(membersChanged, { groupId: it.group.id }));
    await test.settle();
    expect(await listed(it.by.tutor)).to.have.members([olga.id, pavel.id]);
    expect(await toldOf(it.by.tutor)).to.equal(2);

    await office.delete(`${members}/${olga.id}`).expect(200);
    await test.settle();
    expect(await listed(it.by.tutor)).to.deep.equal([pavel.id]);

    // Pavel stays on the list when the first of his lessons is over; nobody is told twice.
    test.clock.set('2026-09-09T12:00:00Z');
    await test.settle();
    const { items } = (await (await test.signIn(it.tutor)).get('/api/timetable/cannot-join').expect(200)).body;
    expect(items).to.have.length(1);
    expect(items[0]).to.deep.include({ firstAt: '2026-09-14T07:00:00.000Z', lessons: 14 });
    expect(await toldOf(await test.signIn(it.tutor))).to.equal(2);
  });
});
