import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { readWorkbook } from '../readers/workbook.ts';

const file = (text: string, name = 'hours.csv') => ({ name, data: Buffer.from(text).toString('base64') });

eachApp('The hours of a home school', (start) => {
  async function setUp() {
    const test = await start();
    const [here, there] = [await test.school.homeSchool(), await test.school.homeSchool()];
    const student = await test.school.student({
      homeSchoolId: here.id,
      givenName: 'Ana',
      familyName: 'Ruiz',
      language: 'es',
    });
    const other = await test.school.student({
      homeSchoolId: there.id,
      givenName: 'Leo',
      familyName: 'Mar',
      language: 'es',
    });
    const coordinator = await test.signIn(await test.school.staff('coordinator', { homeSchoolId: here.id }));
    const path = `/api/home-schools/${here.id}/hours`;
    const hoursOf = async (agent: TestAgent, id = student.id) =>
      (await agent.get(`/api/people/${id}/availability`).expect(200)).body.homeSchoolHours;
    return { test, here, there, student, other, coordinator, path, hoursOf };
  }

  it('come from the coordinator’s own table: first the preview, then exactly that', async () => {
    const { test, coordinator, student, path, hoursOf } = await setUp();
    const sent = file('alumno;día;desde;hasta\nAna Ruiz;1-2;08:30;13:00\n');
    const { body: preview } = await coordinator.post(`${path}/preview`).send(sent).expect(200);
    expect(preview).to.deep.include({ faultCount: 0, changeCount: 1, unnamed: 0 });
    expect(await hoursOf(coordinator)).to.deep.equal([]);
    const { body } = await coordinator
      .post(path)
      .send({ ...sent, fingerprint: preview.fingerprint })
      .expect(200);
    expect(body.personIds).to.deep.equal([student.id]);
    const hours = [1, 2].map((weekday) => ({ weekday, from: '08:30', to: '13:00' }));
    expect(await hoursOf(coordinator)).to.deep.equal(hours);
    const kept = await test.app.database.reader('audit_entry').where({ act: 'import.hours' }).select('aboutPersonId');
    expect(kept).to.deep.equal([{ aboutPersonId: student.id }]);
    const again = await coordinator.post(`${path}/preview`).send(sent).expect(200);
    expect(again.body).to.deep.include({ changeCount: 0, same: 1 });
  });

  it('are refused when somebody changed them since the preview, and with any fault', async () => {
    const { coordinator, student, path, hoursOf } = await setUp();
    const sent = file('student,weekday,from,to\nAna Ruiz,1,08:30,13:00\n');
    const { body: preview } = await coordinator.post(`${path}/preview`).send(sent).expect(200);
    const { body: seen } = await coordinator.get(`/api/people/${student.id}/availability`).expect(200);
    await coordinator
      .put(`/api/people/${student.id}/home-school-hours`)
      .set('If-Match', `"${seen.revision}"`)
      .send({ hours: [{ weekday: 5, from: '10:00', to: '11:00' }] })
      .expect(200);
    const late = await coordinator
      .post(path)
      .send({ ...sent, fingerprint: preview.fingerprint })
      .expect(409);
    expect(late.body.type).to.equal('/problems/import/changed-since-plan');
    const bad = file('student,weekday,from,to\nAna Ruiz,1,08:30,13:00\nNobody,1,08:30,13:00\n');
    const { body: faulty } = await coordinator.post(`${path}/preview`).send(bad).expect(200);
    expect(faulty.faults.map(({ line, code }: { line: number; code: string }) => [line, code])).to.deep.equal([
      [3, 'pupil-unknown'],
    ]);
    await coordinator
      .post(path)
      .send({ ...bad, fingerprint: faulty.fingerprint })
      .expect(422);
    expect(await hoursOf(coordinator)).to.deep.equal([{ weekday: 5, from: '10:00', to: '11:00' }]);
  });

  it('are those of the own school’s students alone', async () => {
    const { coordinator, there, path } = await setUp();
    const sent = file('student,weekday,from,to\nLeo Mar,1,08:30,13:00\n');
    const { body } = await coordinator.post(`${path}/preview`).send(sent).expect(200);
    expect(body.faults.map(({ code }: { code: string }) => code)).to.deep.equal(['pupil-unknown']);
    await coordinator.post(`/api/home-schools/${there.id}/hours/preview`).send(sent).expect(403);
    await coordinator.get(`/api/home-schools/${there.id}/hours/template/csv`).expect(403);
  });

  it('have a form with the students’ names and what is known, which comes back without a change', async () => {
    const { coordinator, path } = await setUp();
    const sent = file('student,weekday,from,to\nAna Ruiz,1,08:30,13:00\n');
    const { body: preview } = await coordinator.post(`${path}/preview`).send(sent).expect(200);
    await coordinator
      .post(path)
      .send({ ...sent, fingerprint: preview.fingerprint })
      .expect(200);
    for (const format of ['csv', 'xlsx']) {
      const { body: bytes } = await coordinator
        .get(`${path}/template/${format}`)
        .query({ language: 'ru' })
        .buffer(true)
        .responseType('blob')
        .expect(200);
      const data = Buffer.from(bytes);
      if (format === 'xlsx') expect((await readWorkbook(data))[0]?.rows[1]?.cells[0]).to.equal('Ana Ruiz');
      else expect(data.toString()).to.include('ученик;день недели;с;до').and.to.include('Ana Ruiz;1;08:30;13:00');
      const back = await coordinator
        .post(`${path}/preview`)
        .send({ name: `form.${format}`, data: data.toString('base64') })
        .expect(200);
      expect(back.body).to.deep.include({ faultCount: 0, changeCount: 0, same: 1 });
    }
  });
});
