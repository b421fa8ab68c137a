import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { system } from '../../access/actor.ts';
import { type NewNotice, notifyApi } from '../api.ts';

/** One of several lessons of a school that change; the texts are the timetable's. */
const about = (thing: string, personIds: readonly string[]): NewNotice => ({
  personIds,
  kind: 'timetable.lesson-cancelled',
  params: { subject: thing, group: '7A', from: 'Monday' },
  link: `/timetable?lesson=${thing}`,
  dedupeKey: `lesson:${thing}`,
  grows: {
    key: 'tests.school',
    thing,
    as: (count) => ({ kind: 'timetable.school-changed', params: { school: 'Home', count }, link: '/home-schools/1' }),
  },
});

eachApp('Notices about several things of a kind', (start) => {
  const tell = ({ app }: TestApp, notice: NewNotice) =>
    app.scopes.inWrite(system, (scope) => app.api(notifyApi).tell(scope, notice));

  async function readers(count: number) {
    const test = await start();
    const people = await Promise.all(Array.from({ length: count }, () => test.school.person()));
    const agents = await Promise.all(people.map((person) => test.signIn(person)));
    const seen = async (nth: number) =>
      (await (agents[nth] ?? test.visitor()).get('/api/notices').expect(200)).body.items.map(
        ({ kind, link, params }: { kind: string; link: string; params: { count?: number; subject?: string } }) =>
          [kind.split('.')[1], link, params.count ?? params.subject].join(' '),
      );
    return { test, ids: people.map(({ id }) => id), agents, seen };
  }

  it('become one while nobody has seen it; the same thing twice is one, and a single one is told in its own words', async () => {
    const { test, ids, seen } = await readers(1);
    await tell(test, about('one', ids));
    await tell(test, about('one', ids));
    expect(await seen(0)).to.deep.equal(['lesson-cancelled /timetable?lesson=one one']);
    for (const thing of ['two', 'one', 'three']) await tell(test, about(thing, ids));
    expect(await seen(0)).to.deep.equal(['school-changed /home-schools/1 3']);
  });

  it('are new to whoever has read the first of them, and after the minutes', async () => {
    const { test, ids, agents, seen } = await readers(2);
    await tell(test, about('one', ids));
    await agents[0]?.post('/api/notices/read').send({ all: true }).expect(200);
    await tell(test, about('two', ids));
    await tell(test, about('three', ids));
    expect(await seen(0)).to.deep.equal([
      'school-changed /home-schools/1 2',
      'lesson-cancelled /timetable?lesson=one one',
    ]);
    expect(await seen(1)).to.deep.equal(['school-changed /home-schools/1 3']);
    test.clock.set('2026-09-07T09:00:00Z');
    await tell(test, about('four', ids));
    expect((await seen(1)).length).to.equal(2);
  });

  it('told at the same moment are one, too', async () => {
    const { test, ids, seen } = await readers(3);
    const things = ['one', 'two', 'three', 'four', 'five'];
    await Promise.all(things.map((thing, nth) => tell(test, about(thing, nth % 2 ? ids : ids.toReversed()))));
    for (const nth of [0, 1, 2]) expect(await seen(nth)).to.deep.equal(['school-changed /home-schools/1 5']);
  });
});
