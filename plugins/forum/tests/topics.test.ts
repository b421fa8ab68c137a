import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import plugin from '../plugin.ts';
import { answerAs, aTopic, forumSchool, openTopicAs } from './forumSchool.ts';

eachApp('A topic of the forum', (start) => {
  const catalog = [plugin];

  it('is read and answered by the group, and is not there for anybody else', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const [tutor, luis] = [await test.signIn(world.tutor), await test.signIn(world.luis)];
    const { topicId } = await openTopicAs(test, tutor, world.groupBoard);
    await answerAs(test, luis, topicId, 'In the **old** hall').expect(201);

    const { body } = await tutor.get(`/api/forum/topics/${topicId}`).expect(200);
    expect(body.posts.map((post: { number: number; text: string }) => [post.number, post.text])).to.deep.equal([
      [1, 'Where do we meet?'],
      [2, 'In the **old** hall'],
    ]);
    expect(body.posts[1].blocks[0].text).to.deep.equal([
      { text: 'In the ' },
      { text: 'old', bold: true },
      { text: ' hall' },
    ]);
    for (const person of [world.mother, world.stranger]) {
      const agent = await test.signIn(person);
      await agent.get(`/api/forum/topics/${topicId}`).expect(404);
      await answerAs(test, agent, topicId, 'I am here too').expect(404);
      const { body: unread } = await agent.get('/api/forum/unread').expect(200);
      expect(unread.items, 'counted among what is new').to.deep.equal([]);
      const { body: boards } = await agent.get('/api/forum/boards').expect(200);
      expect(boards.items.map(({ unread: count }: { unread: number }) => count)).to.satisfy((all: number[]) =>
        all.every((count) => count === 0),
      );
    }
  });

  it('takes the same post once, however often it is sent', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const tutor = await test.signIn(world.tutor);
    const asked = aTopic(test.app);
    const topics = `/api/forum/boards/${world.groupBoard}/topics`;
    const first = await tutor.post(topics).send(asked).expect(201);
    const second = await tutor.post(topics).send(asked).expect(201);
    expect(second.body.topic.id).to.equal(first.body.topic.id);
    const post = { clientId: test.app.newId(), text: 'Twice' };
    const posts = `/api/forum/topics/${first.body.topic.id}/posts`;
    const answers = await Promise.all(Array.from({ length: 8 }, () => tutor.post(posts).send(post)));
    expect(answers.map(({ status }) => status)).to.deep.equal(Array(8).fill(201));
    expect(new Set(answers.map(({ body }) => body.id)).size).to.equal(1);
    const { body } = await tutor.get(`/api/forum/topics/${first.body.topic.id}`);
    expect(body.posts).to.have.length(2);
  });

  it('numbers the posts of many people who write at once without a gap', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const agents = [await test.signIn(world.tutor), await test.signIn(world.luis), await test.signIn(world.marta)];
    const { topicId } = await openTopicAs(test, agents[0] ?? (await test.signIn(world.tutor)), world.groupBoard);
    const sent = await Promise.all(
      Array.from({ length: 15 }, (_, nth) => {
        const agent = agents[nth % 3];
        return agent && answerAs(test, agent, topicId, `Answer ${nth}`);
      }),
    );
    expect(sent.map((one) => one?.status)).to.deep.equal(Array(15).fill(201));
    const { body } = await (await test.signIn(world.luis)).get(`/api/forum/topics/${topicId}?from=1`).expect(200);
    expect(body.posts.map((post: { number: number }) => post.number)).to.deep.equal(
      Array.from({ length: 16 }, (_, nth) => nth + 1),
    );
    expect(body.topic.lastSequence).to.equal(16);
  });

  it('counts what is unread, and begins at the first unread post', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const [tutor, luis] = [await test.signIn(world.tutor), await test.signIn(world.luis)];
    const { topicId } = await openTopicAs(test, tutor, world.groupBoard);
    for (const nth of [2, 3, 4, 5, 6]) await answerAs(test, tutor, topicId, `Post ${nth}`).expect(201);
    const unread = async () => (await luis.get('/api/forum/unread').expect(200)).body.items[0]?.unread ?? 0;
    expect(await unread()).to.equal(6);
    await luis.post(`/api/forum/topics/${topicId}/read`).send({ number: 4 }).expect(200);
    await luis.post(`/api/forum/topics/${topicId}/read`).send({ number: 2 }).expect(200);
    expect(await unread()).to.equal(2);
    const { body } = await luis.get(`/api/forum/topics/${topicId}?limit=2`).expect(200);
    expect(body.posts.map((post: { number: number }) => post.number)).to.deep.equal([5, 6]);
    const { body: boards } = await luis.get('/api/forum/boards').expect(200);
    expect(boards.items.find(({ id }: { id: string }) => id === world.groupBoard).unread).to.equal(1);
  });

  it('is heard of by those who wrote there, unless they chose otherwise', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const [tutor, luis] = [await test.signIn(world.tutor), await test.signIn(world.luis)];
    const { topicId } = await openTopicAs(test, tutor, world.groupBoard);
    const hears = async (agent: typeof tutor): Promise<boolean> =>
      (await agent.get(`/api/forum/topics/${topicId}`).expect(200)).body.topic.isSubscribed;
    expect([await hears(tutor), await hears(luis)]).to.deep.equal([true, false]);
    await answerAs(test, luis, topicId, 'In the hall').expect(201);
    expect(await hears(luis)).to.equal(true);
    await luis.put(`/api/forum/topics/${topicId}/subscription`).send({ isOn: false }).expect(200);
    expect([await hears(tutor), await hears(luis)]).to.deep.equal([true, false]);
  });

  it('tells a client that was away what was written and changed, in order', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const tutor = await test.signIn(world.tutor);
    const { topicId, postId } = await openTopicAs(test, tutor, world.groupBoard);
    await answerAs(test, tutor, topicId, 'Second').expect(201);
    await tutor.patch(`/api/forum/posts/${postId}`).send({ text: 'Where and when do we meet?' }).expect(200);
    const { body } = await tutor.get(`/api/forum/topics/${topicId}/changes?since=1`).expect(200);
    expect(body.items.map((post: { sequence: number; text: string }) => [post.sequence, post.text])).to.deep.equal([
      [2, 'Second'],
      [3, 'Where and when do we meet?'],
    ]);
  });

  it('keeps what an edited post said before, and takes a deleted one out of everything', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const [tutor, luis] = [await test.signIn(world.tutor), await test.signIn(world.luis)];
    const { topicId, postId } = await openTopicAs(test, tutor, world.groupBoard, {
      text: 'Мы встретимся в библиотеке',
    });
    await tutor.patch(`/api/forum/posts/${postId}`).send({ text: 'Мы встретимся в музее' }).expect(200);
    const { body: edits } = await luis.get(`/api/forum/posts/${postId}/edits`).expect(200);
    expect(edits.items[0].blocks[0].text[0].text).to.equal('Мы встретимся в библиотеке');
    for (const elsewhere of [world.mother, world.stranger])
      await (await test.signIn(elsewhere)).get(`/api/forum/posts/${postId}/edits`).expect(404);
    await tutor.post(`/api/forum/posts/${postId}/hide`).send({ reason: 'A mistake' }).expect(200);
    await luis.get(`/api/forum/posts/${postId}/edits`).expect(404);
    await tutor.post(`/api/forum/posts/${postId}/restore`).expect(200);
    await luis.patch(`/api/forum/posts/${postId}`).send({ text: 'Нет' }).expect(403);
    await luis.delete(`/api/forum/posts/${postId}`).expect(403);
    await tutor.delete(`/api/forum/posts/${postId}`).expect(200);
    const { body } = await luis.get(`/api/forum/topics/${topicId}`).expect(200);
    expect(body.posts[0]).to.include({ state: 'deleted', text: '' });
    await luis.get(`/api/forum/posts/${postId}/edits`).expect(404);
    expect((await luis.get(`/api/forum/search?q=${encodeURIComponent('музей')}`)).body.items).to.deep.equal([]);
  });

  it('takes answers after it was closed from those who keep order only', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const [tutor, luis] = [await test.signIn(world.tutor), await test.signIn(world.luis)];
    const { topicId } = await openTopicAs(test, luis, world.groupBoard);
    await luis.patch(`/api/forum/topics/${topicId}`).set('if-match', '"1"').send({ isClosed: true }).expect(403);
    await tutor.patch(`/api/forum/topics/${topicId}`).set('if-match', '"1"').send({ isClosed: true }).expect(200);
    await tutor.patch(`/api/forum/topics/${topicId}`).set('if-match', '"1"').send({ isPinned: true }).expect(412);
    await answerAs(test, luis, topicId, 'And yet').expect(409);
    await answerAs(test, tutor, topicId, 'That is all').expect(201);
  });

  it('finds words in other forms, for those who read the board alone', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const [tutor, luis, mother] = [
      await test.signIn(world.tutor),
      await test.signIn(world.luis),
      await test.signIn(world.mother),
    ];
    await openTopicAs(test, tutor, world.groupBoard, { title: 'Поездка', text: 'Экскурсии начнутся в мае' });
    await openTopicAs(test, tutor, await world.progressOf(world.luis), { text: 'Luis faltó a la excursión' });
    const find = async (agent: typeof tutor, q: string) =>
      (await agent.get(`/api/forum/search?q=${encodeURIComponent(q)}`).expect(200)).body.items;
    expect((await find(luis, 'экскурсия'))[0]).to.include({ title: 'Поездка' });
    expect((await find(luis, 'поездки'))[0].excerpt.length).to.be.greaterThan(0);
    expect(await find(mother, 'экскурсия')).to.deep.equal([]);
    await openTopicAs(test, tutor, world.groupBoard, {
      title: 'Lecciones',
      text: 'Las lecciones empiezan a las nueve',
    });
    await openTopicAs(test, tutor, world.groupBoard, { title: 'Studies', text: 'She studies two lessons at home' });
    const titlesFor = async (q: string) => (await find(luis, q)).map(({ title }: { title: string }) => title);
    for (const q of ['leccion', 'lección', 'LECCIONES', 'lección nueve'])
      expect(await titlesFor(q), q).to.deep.equal(['Lecciones']);
    for (const q of ['lesson', 'studying', 'home lessons']) expect(await titlesFor(q), q).to.deep.equal(['Studies']);
    await mother.get(`/api/forum/search?q=x&boardId=${world.groupBoard}`).expect(404);
    expect(await find(mother, 'excursiones')).to.have.length(1);
    expect(await find(luis, 'excursiones')).to.deep.equal([]);
  });

  it('moves only where everybody who may read it is near already', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const tutor = await test.signIn(world.tutor);
    const subject = await world.boardOf('subject', { courseId: world.course.id });
    const guardians = await world.boardOf('guardians', { groupId: world.group.id });
    const { topicId } = await openTopicAs(test, tutor, subject, { text: 'Дроби' });
    const move = (boardId: string) => tutor.post(`/api/forum/topics/${topicId}/move`).send({ boardId });
    await move(guardians).expect(409);
    const { body } = await move(world.groupBoard).expect(200);
    expect(body.board.id).to.equal(world.groupBoard);
    const { body: found } = await tutor.get(
      `/api/forum/search?q=${encodeURIComponent('дробь')}&boardId=${world.groupBoard}`,
    );
    expect(found.items).to.have.length(1);
  });

  it('counts the votes of a poll, one person once, and names nobody', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const [tutor, luis, marta] = [
      await test.signIn(world.tutor),
      await test.signIn(world.luis),
      await test.signIn(world.marta),
    ];
    const poll = { question: 'When?', options: ['Monday', 'Friday'], isMultiple: false };
    const { topicId } = await openTopicAs(test, tutor, world.groupBoard, { poll });
    const vote = (agent: typeof tutor, options: number[]) =>
      agent.put(`/api/forum/topics/${topicId}/vote`).send({ options });
    await vote(luis, [0, 1]).expect(422);
    await vote(luis, [2]).expect(422);
    await Promise.all([vote(luis, [0]), vote(luis, [1]), vote(luis, [1])]);
    await vote(luis, [1]).expect(200);
    const { body } = await vote(marta, [1]).expect(200);
    expect(body.poll).to.deep.include({ voters: 2 });
    expect(body.poll.options.map((one: { votes: number }) => one.votes)).to.deep.equal([0, 2]);
    await tutor.post(`/api/forum/topics/${topicId}/poll/end`).expect(200);
    await vote(marta, [0]).expect(409);
  });

  it('takes the signs of many people at the same moment', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const agents = [await test.signIn(world.tutor), await test.signIn(world.luis), await test.signIn(world.marta)];
    const { topicId, postId } = await openTopicAs(test, agents[0] ?? test.visitor(), world.groupBoard);
    const sent = await Promise.all(
      ['thanks', 'agree', 'done', 'question'].flatMap((sign) =>
        agents.map((agent) => agent.put(`/api/forum/posts/${postId}/reaction`).send({ sign, isOn: true })),
      ),
    );
    expect(sent.map(({ status }) => status)).to.deep.equal(Array(12).fill(200));
    const { body } = await (await test.signIn(world.luis)).get(`/api/forum/topics/${topicId}`).expect(200);
    expect(body.posts[0].reactions.map((one: { count: number }) => one.count)).to.deep.equal([3, 3, 3, 3]);
    expect(body.topic.lastSequence).to.equal(13);
  });

  it('tells those who are mentioned, and those who wrote there, once', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const [tutor, luis] = [await test.signIn(world.tutor), await test.signIn(world.luis)];
    const { topicId } = await openTopicAs(test, tutor, world.groupBoard);
    const mention = (person: { id: string }) => `[@Somebody](/people/${person.id})`;
    await answerAs(test, luis, topicId, `${mention(world.marta)} ${mention(world.stranger)} look`).expect(201);
    await answerAs(test, luis, topicId, 'Once more').expect(201);
    await test.settle();
    const kinds = async (person: { id: string }) =>
      (await (await test.signIn(person)).get('/api/notices').expect(200)).body.items
        .map(({ kind }: { kind: string }) => kind)
        .sort();
    expect(await kinds(world.marta)).to.deep.equal(['forum.mentioned', 'forum.topic-opened']);
    expect(await kinds(world.tutor)).to.deep.equal(['forum.answered']);
    expect(await kinds(world.stranger)).to.deep.equal([]);
    const { body } = await (await test.signIn(world.marta)).get('/api/notices').expect(200);
    for (const { params } of body.items) expect(params, 'of which group').to.include({ place: ' (7 A)' });
  });
});
