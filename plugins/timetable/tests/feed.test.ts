import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { publish, runningSchool } from './runningSchool.ts';

/** How two other programs understand a feed on a computer in this zone. */
async function readIn(zone: string, feed: string): Promise<unknown> {
  const reader = new URL('./feedReader.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', reader], {
    env: { TZ: zone },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(feed);
  return JSON.parse(await text(child.stdout));
}

eachApp('A calendar feed', (start) => {
  it('gives the right instants to other programs in any zone, also across a clock change', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await runningSchool(test);
    const tutor = await test.signIn(it.tutor);
    await publish(test, tutor, { draftId: it.draftId, effectiveOn: '2026-09-07' });
    const student = await test.signIn(it.student);
    const { lessons } = (await student.get(`/api/timetable/students/${it.student.id}/week?from=2026-09-28&days=35`))
      .body;
    await tutor
      .post(`/api/timetable/lessons/${lessons[0].id}/cancel`)
      .set('If-Match', '"1"')
      .send({ reason: 'Ill' })
      .expect(200);
    const { body } = await student.post('/api/timetable/feeds').send({}).expect(201);
    const file = await test.visitor().get(body.path).expect(200);
    expect(file.headers['content-type']).to.contain('text/calendar');
    expect(file.text).to.contain('BEGIN:VTIMEZONE').and.to.contain('STATUS:CANCELLED');
    const group = await tutor.get(`/api/timetable/groups/${it.group.id}/week?from=2026-09-01&days=42`).expect(200);
    const rest = await tutor.get(`/api/timetable/groups/${it.group.id}/week?from=2026-10-13&days=42`).expect(200);
    const expected = [...group.body.lessons, ...rest.body.lessons]
      .map((one: { id: string; startsAt: string; endsAt: string; sequence: number }) => [
        `${one.id}@tutoria`,
        one.startsAt,
        one.endsAt,
        one.sequence,
      ])
      .sort();
    const zones = ['UTC', 'Europe/Madrid', 'Asia/Kamchatka', 'America/Mexico_City'];
    for (const read of await Promise.all(zones.map((zone) => readIn(zone, file.text))))
      expect(read).to.deep.equal({ byIcalJs: expected, byNodeIcal: expected });
  });

  it('ends when it is revoked, is made for own children only, and is listed without its secret', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await runningSchool(test);
    const guardian = await test.signIn(it.guardian);
    const { body } = await guardian.post('/api/timetable/feeds').send({ aboutId: it.student.id }).expect(201);
    const listed = await guardian.get('/api/timetable/feeds').expect(200);
    expect(JSON.stringify(listed.body)).not.to.contain(body.path.slice(-20, -4));
    await guardian.post('/api/timetable/feeds').send({ aboutId: it.others[0]?.id }).expect(404);
    await (await test.signIn(it.student)).delete(`/api/timetable/feeds/${body.id}`).expect(404);
    await test.visitor().get(body.path).expect(200);
    await guardian.delete(`/api/timetable/feeds/${body.id}`).expect(200);
    await test.visitor().get(body.path).expect(404);
    await test.visitor().get('/api/timetable/feeds/nothing.ics').expect(404);
  });

  it('shows nothing while its owner is locked out', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await runningSchool(test);
    const { body } = await (await test.signIn(it.guardian))
      .post('/api/timetable/feeds')
      .send({ aboutId: it.student.id });
    const admin = await test.signIn(await test.school.staff('admin'));
    await test.visitor().get(body.path).expect(200);
    const lock = (isLocked: boolean) =>
      admin.put(`/api/people/${it.guardian.id}/account/lock`).send({ isLocked }).expect(200);
    await lock(true);
    await test.visitor().get(body.path).expect(404);
    await lock(false);
    await test.visitor().get(body.path).expect(200);
  });
});
