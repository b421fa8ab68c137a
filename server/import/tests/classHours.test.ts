import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';

const mornings = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:30', to: '13:00' }));

eachApp('The hours of a whole class', (start) => {
  let test: TestApp;
  let coordinator: TestAgent;
  before(async () => {
    test = await start();
  });

  /** Two students of one school and one of another in a group; a fourth of the school is in no group. */
  async function classOf() {
    const { school, signIn } = test;
    const [here, there] = [await school.homeSchool(), await school.homeSchool()];
    const student = (homeSchoolId: string, grade: number) => school.student({ homeSchoolId, grade });
    const [ana, leo, stranger, other] = [
      await student(here.id, 7),
      await student(here.id, 8),
      await student(there.id, 7),
      await student(here.id, 7),
    ];
    const mother = await school.guardian(ana);
    await school.guardian(leo);
    const group = await school.group();
    for (const one of [ana, leo, stranger]) await school.member(group, one);
    coordinator = await signIn(await school.staff('coordinator', { homeSchoolId: here.id }));
    return { here, there, ana, leo, stranger, other, mother, group, path: `/api/home-schools/${here.id}/class-hours` };
  }

  const hoursOf = async ({ id }: { readonly id: string }) => {
    const admin = await test.signIn(await test.school.staff('admin'));
    return (await admin.get(`/api/people/${id}/availability`).expect(200)).body.homeSchoolHours;
  };
  const kindsOf = async ({ id }: { readonly id: string }) =>
    (await (await test.signIn({ id })).get('/api/notices').expect(200)).body.items;
  const idsIn = (changes: readonly { readonly personId: string }[]) => changes.map(({ personId }) => personId);

  it('are given to the school’s own students of a group at once, as the preview showed, with one notice each', async () => {
    const { ana, leo, stranger, other, mother, group, path } = await classOf();
    const wanted = { groupId: group.id, grade: null, hours: mornings };
    const { body: preview } = await coordinator.post(`${path}/preview`).send(wanted).expect(200);
    expect(idsIn(preview.changes)).to.have.members([ana.id, leo.id]);
    expect(preview).to.deep.include({ changeCount: 2, same: 0, unnamed: 0, faultCount: 0 });
    expect(await hoursOf(ana)).to.deep.equal([]);
    const { body } = await coordinator
      .post(path)
      .send({ ...wanted, fingerprint: preview.fingerprint })
      .expect(200);
    expect(body.personIds).to.have.members([ana.id, leo.id]);
    for (const one of [ana, leo]) expect(await hoursOf(one)).to.deep.equal(mornings);
    for (const one of [stranger, other]) expect(await hoursOf(one)).to.deep.equal([]);

    await test.settle();
    const [toStudent, ...more] = await kindsOf(ana);
    expect(toStudent).to.deep.include({ kind: 'import.hours-given', area: 'lessons', link: '/hours' });
    expect(more).to.deep.equal([]);
    const toMother = await kindsOf(mother);
    expect(toMother.map((one: { about: { id: string } }) => one.about.id)).to.deep.equal([ana.id]);
    expect(await kindsOf(stranger)).to.deep.equal([]);

    const again = await coordinator.post(`${path}/preview`).send(wanted).expect(200);
    expect(again.body).to.deep.include({ changeCount: 0, same: 2 });
  });

  it('are those of one grade where that is said', async () => {
    const { ana, other, group, path } = await classOf();
    const inGrade = { groupId: null, grade: 7, hours: mornings };
    const { body: grade } = await coordinator.post(`${path}/preview`).send(inGrade).expect(200);
    expect(idsIn(grade.changes)).to.have.members([ana.id, other.id]);
    const inBoth = { ...inGrade, groupId: group.id };
    const { body: both } = await coordinator.post(`${path}/preview`).send(inBoth).expect(200);
    expect(idsIn(both.changes)).to.deep.equal([ana.id]);
    await coordinator.post(`${path}/preview`).send({ groupId: null, grade: null, hours: mornings }).expect(400);
  });

  it('change nobody when one of them has got other hours since the preview', async () => {
    const { ana, leo, group, path } = await classOf();
    const wanted = { groupId: group.id, grade: null, hours: mornings };
    const { body: preview } = await coordinator.post(`${path}/preview`).send(wanted).expect(200);
    const own = [{ weekday: 6, from: '10:00', to: '11:00' }];
    await coordinator
      .put(`/api/people/${leo.id}/home-school-hours`)
      .set('If-Match', '"0"')
      .send({ hours: own })
      .expect(200);
    const late = await coordinator.post(path).send({ ...wanted, fingerprint: preview.fingerprint });
    expect([late.status, late.body.type]).to.deep.equal([409, '/problems/import/changed-since-plan']);
    expect(await hoursOf(ana)).to.deep.equal([]);
    expect(await hoursOf(leo)).to.deep.equal(own);
  });

  it('are refused for another school, and for a group with none of the own students', async () => {
    const { there, group, path } = await classOf();
    const wanted = { groupId: group.id, grade: null, hours: mornings };
    await coordinator.post(`/api/home-schools/${there.id}/class-hours/preview`).send(wanted).expect(403);
    const elsewhere = await test.school.group();
    await coordinator
      .post(`${path}/preview`)
      .send({ ...wanted, groupId: elsewhere.id })
      .expect(404);
  });
});
