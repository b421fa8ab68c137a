import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import type { OverviewLine } from '../schemas.ts';

/** Two home schools with a child each; the first child has two parents. */
async function twoSchools({ school, signIn }: TestApp) {
  const [here, there] = [await school.homeSchool(), await school.homeSchool()];
  const child = await school.student({ homeSchoolId: here.id, familyName: 'Here' });
  const other = await school.student({ homeSchoolId: there.id, familyName: 'There' });
  const [mother, father] = [await school.guardian(child), await school.guardian(child)];
  const coordinator = await school.staff('coordinator', { homeSchoolId: here.id, familyName: 'Coord' });
  const admin = await school.staff('admin', { familyName: 'Admin' });
  const as = {
    admin: await signIn(admin),
    coordinator: await signIn(coordinator),
    mother: await signIn(mother),
  };
  return { child, other, mother, father, admin, coordinator, as };
}

const overview = async (browser: TestAgent, query: object): Promise<OverviewLine[]> =>
  (await browser.get('/api/audit').query(query).expect(200)).body.items;

const whose = (lines: readonly OverviewLine[]) => lines.map(({ about, who, what }) => [about?.name, who?.name, what]);

eachApp('The record about everybody', (start) => {
  it('is read by whoever answers for them, by person, actor and day, and reaches no further', async () => {
    const test = await start();
    const { as, child, other, admin, coordinator } = await twoSchools(test);
    for (const one of [child, other]) await as.admin.get(`/api/people/${one.id}`).expect(200);
    await test.settle();
    test.clock.advance({ days: 1 });
    await as.coordinator.get(`/api/people/${child.id}`).expect(200);
    await test.settle();
    const opened = 'Opened the page of the person';
    const pages = async (browser: TestAgent, query: object = {}) =>
      whose(await overview(browser, query)).filter(([, , what]) => what === opened);
    expect(await pages(as.admin)).to.deep.equal([
      ['Ana Here', 'Ana Coord', opened],
      ['Ana There', 'Ana Admin', opened],
      ['Ana Here', 'Ana Admin', opened],
    ]);
    expect(await pages(as.coordinator)).to.deep.equal([
      ['Ana Here', 'Ana Coord', opened],
      ['Ana Here', 'Ana Admin', opened],
    ]);
    expect(await pages(as.coordinator, { actorId: admin.id })).to.have.length(1);
    expect(await pages(as.admin, { personId: other.id })).to.have.length(1);
    expect(await pages(as.admin, { from: '2026-09-08' })).to.deep.equal([['Ana Here', 'Ana Coord', opened]]);
    expect(await pages(as.admin, { until: '2026-09-07' })).to.have.length(2);
    await as.coordinator.get('/api/audit').query({ personId: other.id }).expect(404);
    await as.mother.get('/api/audit').expect(403);
    const first = await as.admin.get('/api/audit').query({ limit: 1 }).expect(200);
    const second = await as.admin.get('/api/audit').query({ limit: 1, after: first.body.next }).expect(200);
    expect(second.body.items[0].id).not.to.equal(first.body.items[0].id);
    expect(coordinator.id).to.be.a('string');
  });

  it('has limits, guardianships and birthdays; that two parents are kept apart no family reads', async () => {
    const test = await start();
    const { as, child, mother, father } = await twoSchools(test);
    const { body } = await as.coordinator.get(`/api/students/${child.id}/guardianships`).expect(200);
    const held: { guardianshipId: string; guardianId: string }[] = body.guardianships;
    const idOf = (guardian: { id: string }) =>
      held.find(({ guardianId }) => guardianId === guardian.id)?.guardianshipId;
    const limit = { kind: 'reads-only', untilOn: null };
    const { body: limited } = await as.coordinator
      .post(`/api/guardianships/${idOf(father)}/limits`)
      .send(limit)
      .expect(201);
    const limitOf = (view: { guardianships: { limits: { limitId: string }[] }[] }) =>
      view.guardianships.flatMap(({ limits }) => limits)[0]?.limitId;
    await as.coordinator.delete(`/api/guardianship-limits/${limitOf(limited)}`).expect(200);
    const pair = { guardianId: mother.id, otherGuardianId: father.id };
    const { body: separation } = await as.coordinator.post('/api/separations').send(pair).expect(201);
    await as.coordinator.delete(`/api/separations/${separation.id}`).expect(200);
    await as.coordinator.delete(`/api/guardianships/${idOf(father)}`).expect(200);
    const { body: person } = await as.coordinator.get(`/api/people/${child.id}`).expect(200);
    await as.coordinator
      .patch(`/api/people/${child.id}`)
      .set('If-Match', `"${person.revision}"`)
      .send({
        student: { homeSchoolId: person.student.homeSchoolId, grade: person.student.grade, bornOn: '2014-02-03' },
      })
      .expect(200);

    const about = async (browser: TestAgent, one: { id: string }): Promise<string[]> =>
      (await browser.get(`/api/people/${one.id}/audit`).query({ kind: 'changed' }).expect(200)).body.items.map(
        ({ what }: OverviewLine) => what,
      );
    const ofChild = [
      'The date of birth was changed',
      'Changed the person’s data',
      'Somebody is no longer a guardian',
      'A court’s limit was lifted',
      'A court’s limit was written down',
    ];
    expect((await about(as.coordinator, child)).toSorted()).to.deep.equal(ofChild.toSorted());
    expect((await about(as.mother, child)).toSorted()).to.deep.equal(ofChild.toSorted());
    const apart = [
      'The contacts of two guardians are no longer hidden from each other',
      'The contacts of two guardians were hidden from each other',
    ];
    expect(await about(as.coordinator, mother)).to.deep.equal(apart);
    expect(await about(as.mother, mother)).to.deep.equal([]);
  });
});
