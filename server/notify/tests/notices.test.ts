import { expect } from 'chai';
import { eachApp, type StartApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { type Actor, nobody, system } from '../../access/actor.ts';
import { eventually } from '../../events/tests/eventually.ts';
import { type NewNotice, notifyApi } from '../api.ts';
import type { NoticePage, ReadNotices } from '../schemas.ts';
import { noticesTopic } from '../topics.ts';

type One = { readonly id: string };

interface Family extends TestApp {
  readonly child: One;
  readonly sibling: One;
  readonly anna: One;
  readonly boris: One;
}

/** Two parents of two children. */
async function family(start: StartApp): Promise<Family> {
  const test = await start();
  const { school } = test;
  const child = await school.student({ givenName: 'Vera', familyName: 'Orlova' });
  const sibling = await school.student({ givenName: 'Oleg', familyName: 'Orlov' });
  const [anna, boris] = [await school.guardian(child), await school.guardian(child)];
  return { ...test, child, sibling, anna, boris };
}

const give = ({ app, anna, child }: Family, over: Partial<NewNotice> = {}): Promise<void> =>
  app.scopes.inWrite(system, (scope) =>
    app.api(notifyApi).tell(scope, {
      personIds: [anna.id],
      kind: 'timetable.lesson-moved',
      aboutPersonId: child.id,
      params: { subject: 'Physics' },
      link: '/timetable',
      dedupeKey: 'lesson-moved:1',
      ...over,
    }),
  );

const list = async (test: Family, who: One, query: Record<string, string | number> = {}): Promise<NoticePage> =>
  (await (await test.signIn(who)).get('/api/notices').query(query).expect(200)).body;

const read = async (test: Family, who: One, asked: ReadNotices): Promise<unknown> =>
  (await (await test.signIn(who)).post('/api/notices/read').send(asked).expect(200)).body;

eachApp('Notices', (start) => {
  it('reach each person once, however often they are told', async () => {
    const test = await family(start);
    const { anna, boris } = test;
    await give(test, { personIds: [anna.id, boris.id, anna.id] });
    await give(test, { personIds: [anna.id, boris.id] });
    for (const person of [anna, boris]) expect((await list(test, person)).items).to.have.length(1);
  });

  it('name the child they are about, as it is called now', async () => {
    const test = await family(start);
    const { anna, child, sibling } = test;
    await give(test);
    await give(test, { dedupeKey: 'b', aboutPersonId: sibling.id });
    const { items, about } = await list(test, anna);
    expect(items.map((notice) => notice.about)).to.have.deep.members([
      { id: child.id, name: 'Vera Orlova' },
      { id: sibling.id, name: 'Oleg Orlov' },
    ]);
    expect(about.map(({ name }) => name)).to.deep.equal(['Oleg Orlov', 'Vera Orlova']);
    expect(items[0]).to.deep.include({ kind: 'timetable.lesson-moved', params: { subject: 'Physics' }, readAt: null });
  });

  it('are found by area, by child and by being unread', async () => {
    const test = await family(start);
    const { anna, child, sibling } = test;
    await give(test);
    await give(test, { dedupeKey: 'b', aboutPersonId: sibling.id });
    await give(test, { dedupeKey: 'c', aboutPersonId: sibling.id, kind: 'timetable.reschedule-asked' });
    const count = async (query: Record<string, string>) => (await list(test, anna, query)).items.length;
    expect(await count({ area: 'lessons' })).to.equal(2);
    expect(await count({ area: 'requests' })).to.equal(1);
    expect(await count({ aboutPersonId: child.id })).to.equal(1);
    expect(await read(test, anna, { all: true, aboutPersonId: child.id })).to.deep.equal({ unread: 2 });
    expect(await count({ unread: 'true' })).to.equal(2);
    expect(await read(test, anna, { all: true, area: 'lessons' })).to.deep.equal({ unread: 1 });
  });

  it('come newest first in pages that lose and repeat nothing', async () => {
    const test = await family(start);
    const { anna, boris } = test;
    for (const number of [1, 2, 3, 4, 5, 6, 7]) {
      // Some at the same instant.
      if (number % 3 === 0) test.clock.advance({ seconds: 1 });
      await give(test, { dedupeKey: `key-${number}`, params: { number } });
    }
    await give(test, { personIds: [boris.id] });
    const seen: NoticePage['items'] = [];
    let after: string | null | undefined;
    do {
      const page = await list(test, anna, { limit: 2, ...(after ? { after } : {}) });
      expect(page.unread).to.equal(7);
      seen.push(...page.items);
      after = page.next;
    } while (after);
    expect(new Set(seen.map(({ id }) => id)).size).to.equal(7);
    expect(seen).to.have.length(7);
    const times = seen.map(({ createdAt }) => createdAt);
    expect(times).to.deep.equal(times.toSorted().toReversed());
  });

  it('are marked as read by their own person only', async () => {
    const test = await family(start);
    const { anna, boris } = test;
    await give(test, { personIds: [anna.id, boris.id] });
    await give(test, { dedupeKey: 'another' });
    const [newest = '', oldest = ''] = (await list(test, anna)).items.map(({ id }) => id);
    expect(await read(test, boris, { ids: [newest, oldest] })).to.deep.equal({ unread: 1 });
    expect(await read(test, anna, { ids: [newest] })).to.deep.equal({ unread: 1 });
    test.clock.advance({ minutes: 1 });
    const first = (await list(test, anna)).items.find(({ id }) => id === newest)?.readAt;
    expect(await read(test, anna, { all: true })).to.deep.equal({ unread: 0 });
    expect((await list(test, anna)).items.find(({ id }) => id === newest)?.readAt).to.equal(first);
    expect((await list(test, boris)).unread).to.equal(1);
  });

  it('remember when their reader looked', async () => {
    const test = await family(start);
    expect((await list(test, test.anna)).lookedAt).to.equal(null);
    await (await test.signIn(test.anna)).post('/api/notices/looked').expect(200);
    expect((await list(test, test.anna)).lookedAt).to.equal(test.clock.now().toISOString());
  });

  it('are pushed to whom they are new to, and only that person may watch', async () => {
    const test = await family(start);
    const { app, anna, boris } = test;
    await app.bus.start();
    const heard: unknown[] = [];
    app.bus.onMessage((message) => void heard.push(message));
    await give(test);
    await give(test, { personIds: [anna.id, boris.id] });
    await eventually('both are pushed', () => heard.length === 2);
    expect(heard).to.deep.equal([
      { topic: 'notify.person', key: anna.id },
      { topic: 'notify.person', key: boris.id },
    ]);
    const mayWatch = (actor: Actor, key: string) =>
      app.scopes.inRead(actor, (scope) => noticesTopic.mayWatch(scope, key));
    const person = ({ id }: One): Actor => ({ ...nobody('en'), kind: 'person', personId: id });
    expect(await mayWatch(person(anna), anna.id)).to.equal(true);
    expect(await mayWatch(person(boris), anna.id)).to.equal(false);
    expect(await mayWatch(nobody('en'), '')).to.equal(false);
  });
});
