import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { type ComposingSchool, composingSchool, everyDay } from './composingSchool.ts';

const recording = { kind: 'recording', text: 'Watches the recording and writes to the teacher' };

/** Luis is free in the first hour only, Marta in the second only: no lesson of the whole group suits both. */
async function impossible(test: ComposingSchool) {
  const [luis, marta] = test.students;
  const [course] = test.courses;
  if (!luis || !marta || !course) throw new Error('The school has students and courses');
  await test.windows(luis, everyDay('08:00', '09:00'));
  await test.windows(marta, everyDay('09:00', '10:00'));
  const draft = await test.newDraft();
  return { luis, marta, course, draft, at: `/api/timetable/drafts/${draft.id}` };
}

eachApp('A lesson that no place suits', (start) => {
  it('is proven impossible, place by place and by name, and the fairest ways out are offered', async () => {
    const test = await composingSchool(start);
    const { luis, marta, course, at } = await impossible(test);

    const { body } = await test.browser.get(`${at}/lessons/${course.id}/1/compromises`).expect(200);

    expect(body.isImpossible).to.equal(true);
    expect(body.proof).to.have.length(40);
    for (const place of body.proof) expect(place.people, JSON.stringify(place)).to.not.deep.equal([]);
    const monday8 = body.proof.find((one: { weekday: number; hour: number }) => one.weekday === 1 && one.hour === 1);
    expect(monday8.people).to.have.length(1);
    expect(monday8.people[0]).to.deep.include({ role: 'student', reason: 'no-window', periods: [] });
    expect(monday8.people[0].person.id).to.equal(marta.id);
    expect(body.absences[0]).to.deep.include({ worst: 1, sum: 1 });
    expect(body.windows.map((one: { person: { id: string } }) => one.person.id)).to.include(luis.id);
    expect(body.splits[0].parts).to.have.length(2);
  });

  it('is found before anything is solved, with the fairest places for all lessons together', async () => {
    const test = await composingSchool(start);
    const { at } = await impossible(test);

    const { body } = await test.browser.get(`${at}/findings`).expect(200);

    expect(body.items.map(({ code }: { code: string }) => code)).to.deep.equal(Array(6).fill('no-place'));
    expect(body.items[0].people.map(({ places }: { places: number }) => places)).to.deep.equal([35, 35]);
    // Six lessons, and in each one of the two is absent: three times each is the fairest.
    expect(body.fairest).to.deep.include({ worst: 3, sum: 6, isProven: true });
  });

  it('is held without a student after somebody accepted that by name, with a substitute', async () => {
    const test = await composingSchool(start);
    const { marta, course, draft, at } = await impossible(test);
    const path = `${at}/lessons/${course.id}/1/compromises`;
    const accept = (body: object, revision = draft.revision) =>
      test.browser.post(path).set('If-Match', `"${revision}"`).send(body);
    const absences = [{ studentId: marta.id, substitute: recording }];

    await accept({ weekday: 1, hour: 1, absences: [] }).expect(400);
    const short = await accept({
      weekday: 1,
      hour: 1,
      absences: [...absences, { studentId: test.students[2]?.id, substitute: recording }],
    }).expect(422);
    expect(short.body).to.deep.include({
      type: '/problems/timetable/compromise-incomplete',
      missing: [],
      needless: [test.students[2]?.id],
    });
    const { body } = await accept({ weekday: 1, hour: 1, absences }).expect(201);
    expect(body.items).to.have.length(1);
    expect(body.items[0]).to.deep.include({ state: 'accepted', substitute: recording });
    expect(body.items[0].acceptedBy).to.match(/^Tatiana/);

    const solved = await test.solved({ id: draft.id, revision: body.revision });
    expect(solved.lessons.placed).to.equal(1);
    expect(solved.items.find((one) => one.courseId === course.id && one.nth === 1)).to.deep.include({
      weekday: 1,
      hour: 1,
      isBroken: false,
    });

    await test.browser
      .post(`${at}/compromises/${body.items[0].id}/withdraw`)
      .set('If-Match', `"${solved.revision}"`)
      .expect(200);
    const withdrawn = await test.read(draft.id);
    expect(withdrawn.items.filter((one) => one.isBroken)).to.have.length(1);
  });
});
