import { expect } from 'chai';
import { eachApp, type TestApp } from '../harness/eachApp.ts';
import { undoing } from '../harness/undoing.ts';
import { type ActorOfMatrix, localActors } from './actors.ts';
import { asking } from './asking.ts';
import { type Half, makeWorld } from './world.ts';

const planted = { email: 'planted-address@hidden.example', phone: '+34 699 123 987', telegram: '@planted_handle' };
const traces = [planted.email, '699123987', '699 123 987', 'planted_handle'];

eachApp('Separated guardians', (start) => {
  /** Two guardians of one child, who uses the e-mail and the messenger of the second as well. */
  async function separated() {
    const { around, undo } = undoing();
    const test = await start({ around, config: { requestsPerMinute: 1_000_000 } });
    const { here } = await makeWorld(test);
    const other = await test.school.guardian({ id: here.studentId }, { familyName: 'Hidden' });
    const admin = await test.signIn(await test.school.staff('admin'));
    const put = async (id: string, items: readonly object[]) => {
      await admin.put(`/api/people/${id}/channels`).set('If-Match', '"1"').send({ items }).expect(200);
    };
    const mail = { kind: 'email', value: planted.email };
    const telegram = { kind: 'messenger', service: 'telegram', value: planted.telegram };
    await put(other.id, [mail, { kind: 'phone', value: planted.phone }, telegram]);
    await put(here.studentId, [mail, telegram, { kind: 'phone', value: '+34 600 000 001' }]);
    return { test, here, other, admin, undo };
  }

  async function guardianOf(test: TestApp, here: Half): Promise<ActorOfMatrix> {
    const guardian = (await localActors(test, here)).find(({ role }) => role === 'guardian');
    if (!guardian) throw new Error('The world has no guardian');
    return guardian;
  }

  /** Every route that answers this guardian with the other's address, asked about the child and about the other. */
  async function leaks(test: TestApp, guardian: ActorOfMatrix, half: Half, otherId: string): Promise<string[]> {
    const { ask } = asking(test);
    const faults: string[] = [];
    for (const about of [half, { ...half, studentId: otherId, coordinatorId: otherId, tutorId: otherId }])
      for (const { route } of test.app.routes) {
        if ('session' in route) continue;
        const { text } = await ask(guardian, route, about);
        if (traces.some((trace) => text.includes(trace))) faults.push(route.operationId);
      }
    return [...new Set(faults)];
  }

  it('find each other’s address in no reply of any route, not even as the child’s', async function () {
    this.timeout(600_000);
    const { test, here, other, admin, undo } = await separated();
    const pair = { guardianId: here.guardianId, otherGuardianId: other.id, note: 'Asked by the mother' };
    const { body } = await admin.post('/api/separations').send(pair).expect(201);
    const [browser, tutor] = [await test.signIn({ id: here.guardianId }), await test.signIn({ id: here.tutorId })];
    const guardian = await guardianOf(test, here);
    undo();
    expect(await leaks(test, guardian, here, other.id)).to.deep.equal([]);
    const { text } = await tutor.get(`/api/people/${other.id}/channels`).expect(200);
    expect(text).to.include(planted.email);
    await browser.delete(`/api/separations/${body.id}`).expect(403);
  });

  it('would find it where there is no mark', async function () {
    this.timeout(600_000);
    const { test, here, other, undo } = await separated();
    const guardian = await guardianOf(test, here);
    undo();
    expect(await leaks(test, guardian, here, other.id)).to.include.members([
      'getChannels',
      'getAskedContacts',
      'exportPerson',
    ]);
  });

  it('do not take away what is hidden from them when they change the child’s contacts', async () => {
    const { test, here, other, admin } = await separated();
    await admin.post('/api/separations').send({ guardianId: other.id, otherGuardianId: here.guardianId }).expect(201);
    const browser = await test.signIn({ id: here.guardianId });
    await browser
      .put(`/api/people/${here.studentId}/channels`)
      .set('If-Match', '"2"')
      .send({ items: [{ kind: 'phone', value: '+34 600 000 002' }] })
      .expect(200);
    const { body } = await admin.get(`/api/people/${here.studentId}/channels`).expect(200);
    const values = body.items.map(({ value }: { value: string }) => value);
    expect(values).to.deep.equal(['+34 600 000 002', planted.email, planted.telegram]);
  });
});
