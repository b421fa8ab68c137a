import { expect } from 'chai';
import { apiRef, definePlugin } from '../../../server/host/plugin.ts';
import { defineProgressSection } from '../../../server/progress/api.ts';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { mondayOf, weekToWrite } from '../domain/noteWeek.ts';
import plugin from '../plugin.ts';
import { forumSchool } from './forumSchool.ts';

const weekOn = '2026-09-07';

/** A plugin that tells how many books were read; its texts are those of the forum's own tests. */
const books = definePlugin({
  ref: apiRef<null>('books'),
  home: new URL('./books/', import.meta.url),
  start: () => ({
    api: null,
    progressSections: [
      defineProgressSection({
        id: 'books.read',
        order: 20,
        linesOf: async (_scope, { fromOn }) => [{ key: 'line', values: { count: Number(fromOn.slice(-1)) } }],
      }),
    ],
  }),
});

describe('The week of a progress note', () => {
  const days: readonly (readonly [string, string])[] = [
    ['2026-09-07', '2026-08-31'],
    ['2026-09-09', '2026-08-31'],
    ['2026-09-10', '2026-09-07'],
    ['2026-09-13', '2026-09-07'],
  ];
  for (const [today, monday] of days)
    it(`on ${today} is the one of ${monday}`, () => {
      expect(weekToWrite(today)).to.equal(monday);
      expect(mondayOf(monday)).to.equal(monday);
    });
});

eachApp('Weekly progress notes', (start) => {
  const catalog = [plugin, books];

  async function begin() {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const father = await test.school.guardian(world.luis, { givenName: 'Pablo', language: 'es' });
    const tutor = await test.signIn(world.tutor);
    const at = `/api/forum/groups/${world.group.id}/notes?weekOn=${weekOn}`;
    const list = async () => (await tutor.get(at).expect(200)).body;
    const noteOf = async (student: { id: string }) =>
      (await list()).items.find((item: { student: { id: string } }) => item.student.id === student.id);
    return { test, world, father, tutor, list, noteOf };
  }

  it('are drafted from what plugins tell, in the languages of the guardians, below what the tutor adds', async () => {
    const { world, tutor, noteOf } = await begin();
    const saved = await tutor
      .put(`/api/forum/notes/${world.luis.id}/${weekOn}`)
      .send({ remark: 'Luis **asked** good questions.', revision: 0 })
      .expect(200);
    expect(saved.body.revision).to.equal(1);
    const text = JSON.stringify((await noteOf(world.luis)).blocks);
    for (const part of ['asked', 'Books', '7 books', 'Libros', '7 libros', '7–13 de septiembre'])
      expect(text).to.include(part);
    expect(text).to.match(/The week of September 7\s–\s13/);
    await tutor.put(`/api/forum/notes/${world.luis.id}/${weekOn}`).send({ remark: 'x', revision: 0 }).expect(412);
    await tutor.put(`/api/forum/notes/${world.stranger.id}/${weekOn}`).send({ remark: 'x', revision: 0 }).expect(404);
  });

  it('are posted as they were previewed, all or none, once, and read by those whom they are for', async () => {
    const { test, world, father, tutor, list } = await begin();
    const shown = (await list()).items as { student: { id: string }; fingerprint: string }[];
    const notes = shown.map(({ student, fingerprint }) => ({ studentId: student.id, fingerprint }));
    const stale = notes.map((note, at) => (at === 1 ? { ...note, fingerprint: 'other' } : note));
    await tutor.post('/api/forum/notes/post').send({ weekOn, notes: stale }).expect(409);
    expect((await list()).items.map(({ posted }: { posted: unknown }) => posted)).to.deep.equal([null, null]);
    const tries = await Promise.all([1, 2].map(() => tutor.post('/api/forum/notes/post').send({ weekOn, notes })));
    expect(tries.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    await test.settle();

    const mother = await test.signIn(world.mother);
    const { body: notices } = await mother.get('/api/notices').expect(200);
    expect(
      notices.items.map(({ kind, about }: { kind: string; about: { id: string } }) => [kind, about.id]),
    ).to.deep.equal([['forum.note', world.luis.id]]);
    const { body: today } = await mother.get('/api/forum/notes-today').expect(200);
    expect(today.toConfirm).to.have.length(1);
    const { postId, topicId } = today.toConfirm[0];
    await (await test.signIn(world.otherMother)).post(`/api/forum/posts/${postId}/confirm`).expect(404);
    await tutor.post(`/api/forum/posts/${postId}/confirm`).expect(409);
    await mother.post(`/api/forum/posts/${postId}/confirm`).expect(200);
    await mother.post(`/api/forum/posts/${postId}/confirm`).expect(200);
    expect((await mother.get('/api/forum/notes-today')).body.toConfirm).to.deep.equal([]);

    const { body: seen } = await tutor.get(`/api/forum/topics/${topicId}?from=1`).expect(200);
    const states = seen.posts[0].receipts.map((one: { person: { id: string }; confirmedAt: string | null }) => [
      one.person.id,
      one.confirmedAt !== null,
    ]);
    expect(new Map(states)).to.deep.equal(
      new Map([
        [world.mother.id, true],
        [father.id, false],
      ]),
    );
    test.clock.advance({ days: 4 });
    const { body: late } = await tutor.get('/api/forum/notes-today').expect(200);
    expect(late.unconfirmed.map(({ reader }: { reader: { id: string } }) => reader.id)).to.have.members([
      father.id,
      world.otherMother.id,
    ]);
  });

  it('of the next week stand in the same thread, which each reader sees called in their own language', async () => {
    const { world, tutor, noteOf } = await begin();
    for (const week of [weekOn, '2026-09-14']) {
      const at = `/api/forum/groups/${world.group.id}/notes?weekOn=${week}`;
      const { body } = await tutor.get(at).expect(200);
      const { student, fingerprint } = body.items.find(
        (item: { student: { id: string } }) => item.student.id === world.luis.id,
      );
      await tutor
        .post('/api/forum/notes/post')
        .send({ weekOn: week, notes: [{ studentId: student.id, fingerprint }] })
        .expect(200);
    }
    const { posted } = await noteOf(world.luis);
    const { body } = await tutor.get(`/api/forum/topics/${posted.topicId}?from=1`).expect(200);
    expect(body.posts).to.have.length(2);
    expect(body.topic).to.deep.include({ title: '' });
    expect(body.topic.board.student.name).to.include('Luis');
  });
});
