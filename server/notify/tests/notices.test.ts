import { expect } from 'chai';
import { eachDatabase } from '../../../tests/harness/eachDatabase.ts';
import { type Actor, nobody } from '../../access/actor.ts';
import { createEventsModule } from '../../events/plugin.ts';
import { indexReactions } from '../../events/reactionIndex.ts';
import { eventually } from '../../events/tests/eventually.ts';
import { type Miniature, miniature, recordingLog } from '../../events/tests/miniature.ts';
import { peopleModule } from '../../people/plugin.ts';
import { createBus } from '../../realtime/bus.ts';
import type { BusMessage } from '../../realtime/message.ts';
import { schoolModule } from '../../school/plugin.ts';
import type { NewNotice } from '../api.ts';
import { readNotices } from '../commands/readNotices.ts';
import { tell } from '../commands/tell.ts';
import { createNotifyModule } from '../plugin.ts';
import { listNotices } from '../queries/listNotices.ts';
import type { NoticePage } from '../schemas.ts';
import { noticesTopic } from '../topics.ts';

const notStarted = (): never => {
  throw new Error('Only the tables are needed');
};
const modules = [
  createEventsModule(() => indexReactions([])),
  peopleModule,
  schoolModule,
  createNotifyModule(notStarted),
];
const anna = '01990000-0000-7000-8000-00000000000a';
const boris = '01990000-0000-7000-8000-00000000000b';
const child = '01990000-0000-7000-8000-00000000000c';
const person = (personId: string): Actor => ({ ...nobody('en'), kind: 'person', personId });

const lessonMoved = (overrides: Partial<NewNotice> = {}): NewNotice => ({
  personIds: [anna],
  kind: 'timetable.lesson-moved',
  aboutPersonId: child,
  params: { subject: 'Physics' },
  link: '/timetable',
  dedupeKey: 'lesson-moved:1',
  ...overrides,
});

eachDatabase('Notices', (open) => {
  const set = async (): Promise<Miniature> => miniature({ database: await open(modules) });
  const give = (mini: Miniature, overrides: Partial<NewNotice> = {}): Promise<readonly string[]> =>
    mini.inWrite((scope) => tell(scope, lessonMoved(overrides)));
  const list = (
    mini: Miniature,
    personId: string,
    page: { after?: string; limit?: number } = {},
  ): Promise<NoticePage> =>
    mini.scopes.inRead(person(personId), (scope) =>
      listNotices(scope, { after: page.after, limit: page.limit ?? 30 }, async () => new Map([[child, 'Vera Orlova']])),
    );

  it('reach each person once, however often they are told', async () => {
    const mini = await set();
    await give(mini, { personIds: [anna, boris, anna] });
    await give(mini, { personIds: [anna, boris] });
    for (const personId of [anna, boris]) expect((await list(mini, personId)).items).to.have.length(1);
  });

  it('name the child they are about, as it is called now', async () => {
    const mini = await set();
    await give(mini);
    await give(mini, { dedupeKey: 'b', aboutPersonId: boris });
    const { items } = await list(mini, anna);
    const about = items.map((notice) => notice.about);
    expect(about).to.have.deep.members([
      { id: child, name: 'Vera Orlova' },
      { id: boris, name: null },
    ]);
    expect(items[0]).to.deep.include({ kind: 'timetable.lesson-moved', params: { subject: 'Physics' }, readAt: null });
  });

  it('come newest first in pages that lose and repeat nothing', async () => {
    const mini = await set();
    for (const number of [1, 2, 3, 4, 5, 6, 7]) {
      // Some at the same instant.
      if (number % 3 === 0) mini.advance(1);
      await give(mini, { dedupeKey: `key-${number}`, params: { number } });
    }
    await give(mini, { personIds: [boris] });
    const seen: NoticePage['items'] = [];
    let after: string | null | undefined;
    do {
      const page = await list(mini, anna, { limit: 2, ...(after ? { after } : {}) });
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
    const mini = await set();
    await give(mini, { personIds: [anna, boris] });
    await give(mini, { personIds: [anna], dedupeKey: 'another' });
    const read = (who: string, asked: Parameters<typeof readNotices>[1]) =>
      mini.scopes.inWrite(person(who), (scope) => readNotices(scope, asked));
    const [newest, oldest] = (await list(mini, anna)).items.map(({ id }) => id);
    expect(await read(boris, { ids: [newest ?? '', oldest ?? ''] })).to.deep.equal({ unread: 1 });
    expect(await read(anna, { ids: [newest ?? ''] })).to.deep.equal({ unread: 1 });
    mini.advance(60);
    const first = (await list(mini, anna)).items.find(({ id }) => id === newest)?.readAt;
    expect(await read(anna, { all: true })).to.deep.equal({ unread: 0 });
    expect((await list(mini, anna)).items.find(({ id }) => id === newest)?.readAt).to.equal(first);
    expect((await list(mini, boris)).unread).to.equal(1);
  });

  it('are pushed to whom they are new to, and only that person may watch', async () => {
    const database = await open(modules);
    const heard: BusMessage[] = [];
    const bus = {
      ...createBus({ ...database, dialect: 'sqlite' }, { log: recordingLog() }),
      publishIn: async (_: unknown, message: BusMessage) => void heard.push(message),
      publish: async (message: BusMessage) => void heard.push(message),
    };
    const mini = miniature({ database, bus });
    await give(mini);
    await give(mini, { personIds: [anna, boris] });
    await eventually('both are pushed', () => heard.length === 2);
    expect(heard).to.deep.equal([
      { topic: 'notify.person', key: anna },
      { topic: 'notify.person', key: boris },
    ]);
    const mayWatch = (actor: Actor, key: string) =>
      mini.scopes.inRead(actor, (scope) => noticesTopic.mayWatch(scope, key));
    expect(await mayWatch(person(anna), anna)).to.equal(true);
    expect(await mayWatch(person(boris), anna)).to.equal(false);
    expect(await mayWatch(nobody('en'), '')).to.equal(false);
  });
});
