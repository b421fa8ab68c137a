import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { system } from '../../access/actor.ts';
import { readConfig } from '../../config.ts';
import { type NewNotice, notifyApi } from '../api.ts';
import { planSignals } from '../domain/signals.ts';
import { isPushService } from '../push/services.ts';
import { type PushServer, pushServer } from './pushServer.ts';

type One = { readonly id: string };

describe('Push services', () => {
  const table: readonly (readonly [string, boolean])[] = [
    ['https://fcm.googleapis.com/fcm/send/abc', true],
    ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
    ['https://web.push.apple.com/abc', true],
    ['https://db5p.notify.windows.com/w/?token=abc', true],
    ['https://push.school.example/abc', true],
    ['http://fcm.googleapis.com/abc', false],
    ['https://fcm.googleapis.com:8443/abc', false],
    ['https://fcm.googleapis.com.evil.example/abc', false],
    ['https://evilpush.apple.com.example/abc', false],
    ['https://user@fcm.googleapis.com/abc', false],
    ['http://169.254.169.254/latest/meta-data', false],
    ['https://localhost/abc', false],
    ['not an address', false],
  ];
  for (const [address, isOne] of table)
    it(`${isOne ? 'are' : 'are not'} at ${address}`, () =>
      expect(isPushService(address, ['https://push.school.example'])).to.equal(isOne));
});

describe('Signals of a person', () => {
  const now = new Date('2026-09-07T10:00:00Z');
  const due = (id: string, over = {}) => ({
    id,
    personId: 'p',
    createdAt: now,
    isRead: false,
    isUrgent: false,
    isWanted: true,
    ...over,
  });

  it('are shown one by one up to three, and as a number beyond; what is urgent always by itself', () => {
    expect(
      planSignals(
        ['a', 'b', 'c'].map((id) => due(id)),
        undefined,
        now,
      ).single,
    ).to.deep.equal(['a', 'b', 'c']);
    const many = [...['a', 'b', 'c', 'd'].map((id) => due(id)), due('u', { isUrgent: true })];
    expect(planSignals(many, undefined, now)).to.deep.include({ single: ['u'], together: ['a', 'b', 'c', 'd'] });
  });

  it('are dropped when read, not wanted or a day old, and wait for the end of quiet hours unless urgent', () => {
    const old = new Date(now.getTime() - 24 * 3600_000);
    const all = [
      due('read', { isRead: true }),
      due('unwanted', { isWanted: false }),
      due('old', { createdAt: old }),
      due('waits'),
      due('urgent', { isUrgent: true }),
    ];
    const until = new Date('2026-09-08T05:00:00Z');
    expect(planSignals(all, until, now)).to.deep.equal({
      single: ['urgent'],
      together: [],
      dropped: ['read', 'unwanted', 'old'],
      waiting: ['waits'],
      waitUntil: until,
    });
  });
});

eachApp('Signals on devices', (start) => {
  let service: PushServer;
  let test: TestApp;

  before(async () => {
    service = await pushServer();
  });
  after(() => service.close());
  beforeEach(async () => {
    const { push } = readConfig({ TUTORIA_MODE: 'test', PUSH_SERVICES: service.origin });
    test = await start({ config: { push } });
    await test.settle();
  });

  const allow = async (person: One, device: string) => {
    const browser = await test.signIn(person);
    return (await browser.post('/api/me/devices').send(service.browser(device)).expect(201)).body;
  };
  const tell = async (personIds: readonly string[], over: Partial<NewNotice> = {}): Promise<void> => {
    await test.app.scopes.inWrite(system, (scope) =>
      test.app.api(notifyApi).tell(scope, {
        personIds,
        kind: 'timetable.lesson-moved',
        params: { subject: 'Física', group: '7A', from: '2026-09-08T08:00:00.000Z', to: '2026-09-09T10:00:00.000Z' },
        link: '/timetable?lesson=1',
        dedupeKey: 'one',
        ...over,
      }),
    );
    await test.settle();
  };
  const seenBy = (device: string) => service.taken.filter((push) => push.device === device);

  it('come at once, encrypted for the device, signed, without anything personal; the device reads the text with its session', async () => {
    const student = await test.school.student({ givenName: 'Vera', familyName: 'Orlova' });
    const guardian = await test.school.guardian(student, { language: 'es' });
    const { publicKey, items } = await allow(guardian, 'chrome-1');
    expect(publicKey).to.have.length(87);
    expect(items[0]).to.include({ label: 'chrome-1', reachedAt: null });
    await tell([guardian.id], { aboutPersonId: student.id });
    const [push] = seenBy('chrome-1');
    expect(push?.signal).to.deep.include({ title: 'Clases', body: 'Aviso nuevo', link: '/timetable?lesson=1' });
    expect(push?.claims).to.include({ aud: service.origin, sub: 'mailto:tutoria@localhost' });
    expect(push?.headers).to.include({ 'content-encoding': 'aes128gcm', urgency: 'normal', ttl: '86400' });

    const browser = await test.signIn(guardian);
    const { body } = await browser.get(`/api/notices/${push?.signal.id}`).expect(200);
    expect(body.text).to.match(/^Vera Orlova: Física/);
    await (await test.signIn(student)).get(`/api/notices/${push?.signal.id}`).expect(404);
    const mode = (await stat(join(test.app.config.dataDir, 'vapid.json'))).mode & 0o777;
    expect(mode.toString(8)).to.equal('600');
  });

  it('wait for the morning, but not when they are urgent', async () => {
    const [person, tutor] = [await test.school.person(), await test.school.staff('tutor')];
    await allow(person, 'night');
    test.clock.set('2026-09-07T20:30:00Z');
    await tell([person.id]);
    expect(seenBy('night')).to.have.length(0);
    await tell([person.id], { dedupeKey: 'two', urgent: { reason: 'The exam is earlier', byPersonId: tutor.id } });
    expect(seenBy('night').map(({ headers }) => headers.urgency)).to.deep.equal(['high']);
    test.clock.set('2026-09-08T05:01:00Z');
    await test.settle();
    await test.settle();
    expect(seenBy('night')).to.have.length(2);
  });

  it('do not come for what was switched off, or about a child who was lost while they waited', async () => {
    const child = await test.school.student();
    const [former, unwilling] = [await test.school.guardian(child), await test.school.guardian(child)];
    await allow(former, 'former');
    await allow(unwilling, 'unwilling');
    const off = { mail: 'soon', isPushed: false };
    await (await test.signIn(unwilling)).put('/api/me/notices/lessons').send(off).expect(200);
    test.clock.set('2026-09-07T20:30:00Z');
    await tell([former.id, unwilling.id], { aboutPersonId: child.id });
    await test.app.database.write((trx) =>
      trx('people_guardianship').where({ guardianId: former.id }).update({ untilOn: '2026-09-06' }),
    );
    test.clock.set('2026-09-08T05:01:00Z');
    await test.settle();
    await test.settle();
    expect([...seenBy('former'), ...seenBy('unwilling')]).to.deep.equal([]);
    expect(await test.app.database.reader('notify_notice').whereNotNull('pushDueAt').first('id')).to.equal(undefined);
  });

  it('take a device away that its service does not know any more, and say so once the last is gone', async () => {
    const person = await test.school.person();
    await allow(person, 'dead');
    await allow(person, 'alive');
    service.answer('dead', 410);
    await tell([person.id]);
    const browser = await test.signIn(person);
    const labels = async () =>
      (await browser.get('/api/me/devices').expect(200)).body.items.map(({ label }: { label: string }) => label);
    expect(await labels()).to.deep.equal(['alive']);
    const troubles = () =>
      test.app.database.reader('notify_trouble').where({ solvedAt: null }).select('channel', 'reason');
    expect(await troubles()).to.deep.equal([]);
    service.answer('alive', 404);
    await tell([person.id], { dedupeKey: 'two' });
    expect(await labels()).to.deep.equal([]);
    expect(await troubles()).to.deep.equal([{ channel: 'push', reason: 'gone' }]);
    await allow(person, 'newer');
    expect(await troubles()).to.deep.equal([]);
  });

  it('are tried again when the service is down', async () => {
    const person = await test.school.person();
    await allow(person, 'patient');
    service.answer('patient', 503);
    await tell([person.id]);
    service.answer('patient', 201);
    test.clock.advance({ minutes: 6 });
    await test.settle();
    await test.settle();
    expect(seenBy('patient')).to.have.length(1);
  });

  it('belong to whoever allowed them last on a browser; others neither see nor remove them', async () => {
    const [first, second] = [await test.school.person(), await test.school.person()];
    await allow(first, 'shared');
    const { items } = await allow(second, 'shared');
    const firsts = await test.signIn(first);
    expect((await firsts.get('/api/me/devices').expect(200)).body.items).to.deep.equal([]);
    await firsts.delete(`/api/me/devices/${items[0].id}`).expect(404);
    await firsts.post('/api/me/devices/forget').send({ endpoint: items[0].endpoint }).expect(200);
    const seconds = await test.signIn(second);
    expect((await seconds.get('/api/me/devices').expect(200)).body.items).to.have.length(1);
    await seconds.post('/api/me/devices/forget').send({ endpoint: items[0].endpoint }).expect(200);
    expect((await seconds.get('/api/me/devices').expect(200)).body.items).to.deep.equal([]);
  });

  it('refuse addresses that are no push service, keys that are none, and an eleventh device', async () => {
    const browser = await test.signIn(await test.school.person());
    const good = service.browser('many');
    const refused = async (over: object, status: number) =>
      void (await browser
        .post('/api/me/devices')
        .send({ ...good, ...over })
        .expect(status));
    await refused({ endpoint: 'http://169.254.169.254/latest' }, 422);
    await refused({ endpoint: 'https://fcm.googleapis.com.evil.example/x' }, 422);
    await refused({ p256dh: 'short' }, 400);
    await refused({ label: '' }, 400);
    for (let nth = 0; nth < 10; nth += 1) await refused({ endpoint: `${good.endpoint}${nth}` }, 201);
    await refused({ endpoint: `${good.endpoint}11` }, 409);
  });
});
