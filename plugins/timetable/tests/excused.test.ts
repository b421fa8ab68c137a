import { expect } from 'chai';
import type { TestApp } from '../../../tests/harness/eachApp.ts';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { draftOf, publish, runningSchool } from './runningSchool.ts';

interface Lesson {
  readonly id: string;
  readonly revision: number;
  readonly excused: readonly { readonly student: { readonly id: string } }[];
}

/** The student can never be online: mathematics on Mondays is held without them, which the tutor accepts by name. */
async function excusing(test: TestApp) {
  const it = await runningSchool(test);
  await test.app.database.write(async (trx) => {
    await trx('calendar_availability').insert({ personId: it.student.id, revision: 1 });
    const window = { kind: 'online', weekday: 7, fromTime: '08:00', toTime: '09:00' };
    await trx('calendar_window').insert({ ...window, id: test.app.newId(), personId: it.student.id });
  });
  const tutor = await test.signIn(it.tutor);
  const at = `/api/timetable/drafts/${it.draftId}/lessons/${it.maths.id}/1/compromises`;
  const absences = [{ studentId: it.student.id, substitute: { kind: 'recording', text: 'The recording, by Friday' } }];
  const accepted = await tutor.post(at).set('If-Match', '"1"').send({ weekday: 1, hour: 2, absences }).expect(201);
  await publish(test, tutor, { draftId: it.draftId, effectiveOn: '2026-09-07' });
  return { ...it, tutor, tutorId: it.tutor.id, revision: accepted.body.revision };
}

const mondayOf = async (browser: TestAgent): Promise<Lesson> =>
  (await browser.get('/api/timetable/week?from=2026-09-07').expect(200)).body.sections[0].lessons[0];

const noticesOf = async (browser: TestAgent): Promise<readonly string[]> =>
  (await browser.get('/api/notices').expect(200)).body.items.map(({ kind }: { kind: string }) => kind);

eachApp('A student who need not come to a lesson', (start) => {
  it('sees it in the published week with what is given instead; so do family, teacher and tutor, and no classmate', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await excusing(test);

    const own = await mondayOf(await test.signIn(it.student));
    expect(own.excused).to.have.length(1);
    expect(own.excused[0]).to.deep.include({ substitute: { kind: 'recording', text: 'The recording, by Friday' } });
    for (const person of [it.guardian, it.teacher]) {
      const lesson = await mondayOf(await test.signIn(person));
      expect(lesson.excused.map(({ student }) => student.id)).to.deep.equal([it.student.id]);
    }
    const [classmate] = it.others;
    if (!classmate) throw new Error('The group has other students');
    expect((await mondayOf(await test.signIn(classmate))).excused).to.deep.equal([]);
    const group = await it.tutor.get(`/api/timetable/groups/${it.group.id}/week?from=2026-09-07`).expect(200);
    expect(group.body.lessons.map(({ excused }: Lesson) => excused.length)).to.deep.equal([1, 0, 0]);
  });

  it('is told of it once, as are the guardian and the teacher, and again when it ends', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await excusing(test);
    const browsers: TestAgent[] = [];
    for (const person of [it.student, it.guardian, it.teacher]) browsers.push(await test.signIn(person));
    const count = async (kind: string) => {
      const all: number[] = [];
      for (const browser of browsers) all.push((await noticesOf(browser)).filter((one) => one === kind).length);
      return all;
    };
    expect(await count('timetable.excused')).to.deep.equal([1, 1, 1]);

    // The same places without the absence: the student is expected again.
    const places = [
      [it.maths, { weekday: 1, hour: 2 }, { weekday: 3, hour: 2 }],
      [it.biology, { weekday: 2, hour: 3 }],
    ] as const;
    const again = await draftOf(test, it.term, it.group, places, { id: it.tutorId });
    await publish(test, it.tutor, { draftId: again, effectiveOn: '2026-09-07' });
    expect(await count('timetable.excused')).to.deep.equal([1, 1, 1]);
    expect(await count('timetable.expected')).to.deep.equal([1, 1, 1]);
    expect((await mondayOf(await test.signIn(it.student))).excused).to.deep.equal([]);
  });

  it('is expected in a lesson that was moved for itself', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await excusing(test);
    const student = await test.signIn(it.student);
    const lesson = await mondayOf(student);
    await it.tutor
      .post(`/api/timetable/lessons/${lesson.id}/move`)
      .set('If-Match', `"${lesson.revision}"`)
      .send({ on: '2026-09-07', time: '15:00', acceptedPersonIds: [it.student.id] })
      .expect(200);
    expect((await mondayOf(student)).excused).to.deep.equal([]);
  });
});
