import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';

const mornings = { windows: [{ weekday: 1, from: '08:00', to: '12:00' }], exceptions: [] };
const school = { hours: [{ weekday: 2, from: '08:30', to: '14:00' }] };

eachApp('availability over HTTP', (start) => {
  let app: TestApp;
  let ana: { readonly id: string; readonly homeSchoolId: string };
  before(async () => {
    app = await start({ catalog: [] });
    ana = await app.school.student({ zone: 'America/Mexico_City' });
  });

  const url = () => `/api/people/${ana.id}/availability`;
  const as = (person: { readonly id: string }) => app.signIn(person);
  const revision = async (): Promise<string> => {
    const admin = await as(await app.school.staff('admin'));
    return (await admin.get(url()).expect(200)).headers.etag ?? '';
  };
  const put = async (person: { readonly id: string }, body: object, at = url()) => {
    const seen = await revision();
    const browser = await as(person);
    return browser.put(at).set('If-Match', seen).send(body);
  };

  it('is everything while nothing was said', async () => {
    const browser = await as(ana);
    const { body, headers } = await browser.get(url()).expect(200);
    expect(headers.etag).to.equal('"0"');
    expect(body).to.deep.equal({
      personId: ana.id,
      zone: 'America/Mexico_City',
      revision: 0,
      windows: [],
      homeSchoolHours: [],
      exceptions: [],
      noWindowsGiven: true,
      may: { write: true, writeHomeSchoolHours: false },
    });
  });

  it('is told by the student, and kept apart from the hours at the home school', async () => {
    const exceptions = [{ on: '2026-12-24', kind: 'busy', from: '00:00', to: '24:00' }];
    expect((await put(ana, { ...mornings, exceptions })).body).to.deep.include({ noWindowsGiven: false, exceptions });
    const coordinator = await app.school.staff('coordinator', { homeSchoolId: ana.homeSchoolId });
    const { body } = await put(coordinator, school, `/api/people/${ana.id}/home-school-hours`);
    expect(body).to.deep.include({ windows: mornings.windows, homeSchoolHours: school.hours, exceptions });
    expect(body.may).to.deep.equal({ write: false, writeHomeSchoolHours: true });
  });

  it('is refused to whoever saw an older revision, and to whoever names none', async () => {
    const seen = await revision();
    const browser = await as(ana);
    await browser.put(url()).set('If-Match', seen).send(mornings).expect(200);
    await browser.put(url()).set('If-Match', seen).send(mornings).expect(412);
    await browser.put(url()).send(mornings).expect(428);
  });

  it('is changed by a guardian who may act, and only read by one who may not', async () => {
    expect((await put(await app.school.guardian(ana), mornings)).status).to.equal(200);
    const reader = await app.school.guardian(ana, { mayAct: false });
    expect((await put(reader, mornings)).status).to.equal(403);
    const { body } = await (await as(reader)).get(url()).expect(200);
    expect(body.may).to.deep.equal({ write: false, writeHomeSchoolHours: false });
  });

  it('is changed by a tutor of the group and not by its teacher', async () => {
    const [group, tutor] = [await app.school.group(), await app.school.staff('tutor')];
    await app.school.member(group, ana);
    await app.school.tutor(group, tutor);
    const course = await app.school.course(group);
    expect((await put(tutor, mornings)).status).to.equal(200);
    expect((await put({ id: course.teacherId ?? '' }, mornings)).status).to.equal(403);
    await (await as({ id: course.teacherId ?? '' })).get(url()).expect(200);
  });

  it('does not exist for strangers', async () => {
    await app.visitor().get(url()).expect(401);
    const stranger = await app.school.student();
    await (await as(stranger)).get(url()).expect(404);
    expect((await put(stranger, mornings)).status).to.equal(404);
    const coordinator = await app.school.staff('coordinator', { homeSchoolId: stranger.homeSchoolId });
    const refused = await put(coordinator, school, `/api/people/${ana.id}/home-school-hours`);
    expect(refused.status).to.equal(404);
  });

  it("is a teacher's own to tell, without hours at a home school", async () => {
    const teacher = await app.school.staff('teacher');
    const browser = await as(teacher);
    const own = `/api/people/${teacher.id}`;
    await browser.put(`${own}/availability`).set('If-Match', '"0"').send(mornings).expect(200);
    await browser.put(`${own}/home-school-hours`).set('If-Match', '"1"').send(school).expect(403);
  });

  for (const [what, hours] of [
    ['ends before it starts', { weekday: 1, from: '12:00', to: '08:00' }],
    ['starts at 24:00', { weekday: 1, from: '24:00', to: '24:00' }],
    ['is on an eighth day', { weekday: 8, from: '08:00', to: '12:00' }],
    ['says more than it should', { weekday: 1, from: '08:00', to: '12:00', kind: 'busy' }],
  ] as const) {
    it(`refuses a window that ${what}, and keeps what was there`, async () => {
      const before = await revision();
      const { status, body } = await put(ana, { windows: [...mornings.windows, hours], exceptions: [] });
      expect(status).to.equal(400);
      expect(body.issues[0].path.slice(0, 2)).to.deep.equal(['windows', 1]);
      expect(await revision()).to.equal(before);
    });
  }
});
