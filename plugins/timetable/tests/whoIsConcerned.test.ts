import { expect } from 'chai';
import { system } from '../../../server/access/actor.ts';
import { calendarApi } from '../../../server/calendar/api.ts';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { type Stay, studentsOn } from '../domain/lessons/concerned.ts';
import { act, ask, kindsOf, otherSlot, slot } from './requestSchool.ts';
import { publish, runningSchool } from './runningSchool.ts';

describe('Who learns in a course on a date', () => {
  const stays: readonly Stay[] = [
    { courseId: 'maths', personId: 'luis', fromOn: '2026-09-01', untilOn: null },
    { courseId: 'maths', personId: 'marta', fromOn: '2026-09-01', untilOn: '2026-09-10' },
    { courseId: 'maths', personId: 'olga', fromOn: '2026-09-10', untilOn: null },
    { courseId: 'maths', personId: 'olga', fromOn: '2026-09-10', untilOn: '2026-09-30' },
    { courseId: 'biology', personId: 'nuria', fromOn: '2026-09-01', untilOn: null },
  ];
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['maths', '2026-08-31', []],
    ['maths', '2026-09-01', ['luis', 'marta']],
    ['maths', '2026-09-10', ['luis', 'marta', 'olga']],
    ['maths', '2026-09-11', ['luis', 'olga']],
    ['biology', '2026-09-11', ['nuria']],
    ['history', '2026-09-11', []],
  ];
  for (const [course, on, learners] of cases)
    it(`of ${course} on ${on}: ${learners.join(', ') || 'nobody'}`, () => {
      expect(studentsOn(stays)(course, on)).to.deep.equal(learners);
    });
});

/** Takes somebody's time elsewhere. */
const takes = ({ app }: TestApp, personId: string, startsAt: string): Promise<unknown> =>
  app.scopes.inWrite(system, (scope) =>
    app.api(calendarApi).claim(scope, {
      source: { plugin: 'elsewhere', entityId: scope.newId() },
      interval: { startsAt: new Date(startsAt), endsAt: new Date(Date.parse(startsAt) + 40 * 60_000) },
      subjects: [personId],
    }),
  );

/** Luis and Marta learn maths, Nuria does not; Olga joins them on the tenth. */
async function halfAGroup(test: TestApp) {
  const it = await runningSchool(test);
  const [marta, nuria] = it.others;
  if (!marta || !nuria) throw new Error('There are three students');
  const part = await test.school.subgroup(it.group);
  const olga = await test.school.student({ givenName: 'Olga', homeSchoolId: it.homeSchool.id });
  await test.school.member(it.group, olga);
  await test.school.subgroupMember(part, it.student);
  await test.school.subgroupMember(part, marta);
  await test.school.subgroupMember(part, olga, { fromOn: '2026-09-10' });
  await test.app.database.write((trx) =>
    trx('school_course').where({ id: it.maths.id }).update({ subgroupId: part.id }),
  );
  // The teacher is there for the lessons as they are, and for four hours more of the first week.
  const window = (weekday: number, fromTime: string, toTime: string) => ({
    id: test.app.newId(),
    kind: 'online',
    personId: it.teacher.id,
    weekday,
    fromTime,
    toTime,
  });
  await test.app.database.write(async (trx) => {
    await trx('calendar_availability').insert({ personId: it.teacher.id, revision: 1 });
    await trx('calendar_window').insert([
      window(1, '09:00', '09:50'),
      window(3, '09:00', '10:50'),
      window(4, '10:00', '11:50'),
      window(5, '11:00', '11:50'),
    ]);
  });
  const tutor = await test.signIn(it.tutor);
  await publish(test, tutor, { draftId: it.draftId, effectiveOn: '2026-09-07' });
  const { lessons } = (await tutor.get(`/api/timetable/groups/${it.group.id}/week?from=2026-09-07`).expect(200)).body;
  return { ...it, by: { tutor }, marta, nuria, olga, first: lessons[0] };
}

eachApp('Another time of a lesson of half a group', (start) => {
  it('asks for the time of those who learn in it on that date, and of nobody else', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await halfAGroup(test);
    const own = await test.signIn(it.student);
    const freeHours = async (): Promise<readonly string[]> =>
      (await own.get(`/api/timetable/lessons/${it.first.id}/free-slots`).expect(200)).body.items
        .map(({ on, time }: { on: string; time: string }) => `${on.slice(8)} ${time}`)
        .filter((when: string) => when < '12')
        .toSorted();
    const all = ['09 10:00', '10 10:00', '10 11:00', '11 11:00'];
    expect(await freeHours()).to.deep.equal(all);
    // Nuria is of the group but not of the course; Olga is of the course, but only from the tenth.
    await takes(test, it.nuria.id, '2026-09-10T08:00:00Z');
    await takes(test, it.olga.id, '2026-09-09T08:00:00Z');
    expect(await freeHours()).to.deep.equal(all);
    // Whoever learns in it is in the way, each by themselves.
    const taken = [
      { person: it.student, at: '2026-09-09T08:00:00Z', slot: { on: '2026-09-09', time: '10:00' } },
      { person: it.marta, at: '2026-09-10T09:00:00Z', slot: { on: '2026-09-10', time: '11:00' } },
      { person: it.olga, at: '2026-09-11T09:00:00Z', slot: otherSlot },
    ];
    for (const one of taken) {
      await takes(test, one.person.id, one.at);
      const refused = await ask(own, it.first, { slot: one.slot }).expect(409);
      expect(refused.body.blocked.map(({ personId }: { personId: string }) => personId)).to.deep.equal([one.person.id]);
    }
    expect(await freeHours()).to.deep.equal(['10 10:00']);

    const { body } = await ask(own, it.first, { slot }).expect(201);
    await act(await test.signIn(it.teacher), body.id, 'answer', { consent: true }).expect(200);
    await act(it.by.tutor, body.id, 'confirm', { confirm: true }).expect(200);
    await test.settle();
    const toldOf = async (person: { readonly id: string }) =>
      (await kindsOf(await test.signIn(person))).filter((kind) => kind === 'timetable.lesson-moved').length;
    expect(await Promise.all([it.marta, it.olga, it.nuria].map(toldOf))).to.deep.equal([1, 1, 0]);
  });

  it('is asked for by its learners, and for them', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await halfAGroup(test);
    await ask(await test.signIn(it.nuria), it.first, { slot }).expect(404);
    await ask(await test.signIn(it.olga), it.first, { slot }).expect(403);
    await ask(it.by.tutor, it.first, { slot, forPersonId: it.nuria.id }).expect(404);
    await ask(await test.signIn(it.marta), it.first, { slot }).expect(201);
  });
});
