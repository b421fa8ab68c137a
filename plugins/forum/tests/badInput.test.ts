import { expect } from 'chai';
import { type Actor, nobody } from '../../../server/access/actor.ts';
import { schoolApi } from '../../../server/school/api.ts';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import plugin from '../plugin.ts';
import { topicTopic } from '../topics.ts';
import { answerAs, aTopic, forumSchool, openTopicAs } from './forumSchool.ts';

eachApp('Bad input on the forum', (start) => {
  it('a post of ten megabytes, a blank one and one with a sign that no database keeps are refused whole', async () => {
    const test = await start({ catalog: [plugin] });
    const world = await forumSchool(test);
    const luis = await test.signIn(world.luis);
    const { topicId } = await openTopicAs(test, luis, world.groupBoard);
    const huge = 'ж'.repeat(5_000_000);
    for (const [text, status] of [
      [huge, 413],
      ['   \n\t ', 400],
      ['a\0b', 400],
      ['x'.repeat(20_001), 400],
    ] as const)
      expect((await answerAs(test, luis, topicId, text)).status, text.slice(0, 5)).to.equal(status);
    const title = 'x'.repeat(201);
    await luis.post(`/api/forum/boards/${world.groupBoard}/topics`).send(aTopic(test.app, { title })).expect(400);
    const { body } = await luis.get(`/api/forum/topics/${topicId}?from=1`).expect(200);
    expect(body.posts).to.have.length(1);
  });

  it('an author who was erased leaves a place without words or name, and answers to it stay', async () => {
    const test = await start({ catalog: [plugin] });
    const world = await forumSchool(test);
    const { app, school } = test;
    const [luis, marta] = [await test.signIn(world.luis), await test.signIn(world.marta)];
    const { topicId } = await openTopicAs(test, luis, world.groupBoard, { title: 'Canary title', text: 'Canary text' });
    await answerAs(test, marta, topicId, 'I agree').expect(201);
    const admin = await test.signIn(await school.staff('admin'));
    const { body: known } = await admin.get(`/api/forum/topics/${topicId}?from=1`).expect(200);
    await app.database.write((trx) => trx('people_person').where({ id: world.luis.id }).update({ isActive: false }));
    const name = known.posts[0].author.name;
    const erased = await admin.post(`/api/people/${world.luis.id}/erasure`).send({ name });
    expect(erased.status, erased.text).to.equal(200);
    await test.settle();
    const { body, text } = await marta.get(`/api/forum/topics/${topicId}?from=1`).expect(200);
    expect(body.posts.map(({ author }: { author: unknown }) => author === null)).to.deep.equal([true, false]);
    expect(body.posts[1].text).to.equal('I agree');
    expect(text).not.to.include('Canary').and.not.to.include(name);
    const { body: found } = await marta.get('/api/forum/search?q=canary').expect(200);
    expect(found.items).to.deep.equal([]);
  });

  it('whoever leaves the group watches its topics no more, and what was queued on the device is refused', async () => {
    const test = await start({ catalog: [plugin] });
    const world = await forumSchool(test);
    const { app } = test;
    const [luis, marta] = [await test.signIn(world.luis), await test.signIn(world.marta)];
    const { topicId } = await openTopicAs(test, marta, world.groupBoard);
    await answerAs(test, luis, topicId, 'Here').expect(201);
    const self = { role: 'student' as const, scope: { kind: 'self' as const, id: world.luis.id } };
    const asLuis: Actor = { ...nobody('en'), kind: 'person', personId: world.luis.id, grants: [self] };
    const watches = () => app.scopes.inRead(asLuis, (scope) => topicTopic(app.api(schoolApi)).mayWatch(scope, topicId));
    expect(await watches()).to.equal(true);
    await app.database.write((trx) => trx('school_group_member').where({ personId: world.luis.id }).del());
    expect(await watches()).to.equal(false);
    await answerAs(test, luis, topicId, 'Still here').expect(404);
    await luis.get(`/api/forum/topics/${topicId}/changes?since=0`).expect(404);
  });

  it('a flood of posts is numbered without a gap up to the limit of requests, and refused beyond it', async () => {
    const test = await start({ catalog: [plugin], config: { requestsPerMinute: 30 } });
    const world = await forumSchool(test);
    const luis = await test.signIn(world.luis);
    const { topicId } = await openTopicAs(test, luis, world.groupBoard);
    const answers = await Promise.all(Array.from({ length: 40 }, (_, nth) => answerAs(test, luis, topicId, `${nth}`)));
    const statuses = answers.map(({ status }) => status);
    expect(new Set(statuses)).to.deep.equal(new Set([201, 429]));
    const rows: number[] = await test.app.database
      .reader('forum_post')
      .where({ topicId })
      .orderBy('number')
      .pluck('number');
    expect(rows).to.deep.equal(rows.map((_, nth) => nth + 1));
    expect(rows).to.have.length(1 + statuses.filter((status) => status === 201).length);
  });
});
