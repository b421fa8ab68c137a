import { expect } from 'chai';
import { schoolApi } from '../../../server/school/api.ts';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { keepBoards } from '../commands/keepBoards.ts';
import { type BoardKind, isStaffOnly } from '../domain/boards.ts';
import plugin from '../plugin.ts';
import { answerAs, aTopic, forumSchool, openTopicAs } from './forumSchool.ts';

eachApp('Boards of the forum', (start) => {
  const catalog = [plugin];

  it('are there for every part of the school, each person sees their own', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const kindsOf = async (person: { id: string }) => {
      const { body } = await (await test.signIn(person)).get('/api/forum/boards').expect(200);
      return body.items.map(({ kind }: { kind: BoardKind }) => kind);
    };
    expect(await kindsOf(world.luis)).to.deep.equal(['school', 'group', 'subject']);
    expect(await kindsOf(world.mother)).to.deep.equal(['school', 'guardians']);
    expect(await kindsOf(world.tutor)).to.deep.equal([
      'school',
      'council',
      'group',
      'guardians',
      'group-staff',
      'subject',
    ]);
    expect(await kindsOf(world.stranger)).to.deep.equal(['school', 'group']);
    const { body } = await (await test.signIn(world.mother)).get('/api/forum/boards?part=progress').expect(200);
    expect(body.items.map((item: { student: { id: string } }) => item.student.id)).to.deep.equal([world.luis.id]);
  });

  it('say who reads them before anything is sent', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const tutor = await test.signIn(world.tutor);
    const { body: group } = await tutor.get(`/api/forum/boards/${world.groupBoard}`).expect(200);
    expect(group.audience).to.deep.include({ students: 2, guardians: 0, guardianNames: [], everybody: null });
    const { body: progress } = await tutor.get(`/api/forum/boards/${await world.progressOf(world.luis)}`).expect(200);
    expect(progress.audience.guardianNames).to.have.length(1);
    expect(progress.audience.guardianNames[0]).to.contain('Elena');
    expect(progress.audience).to.deep.include({ guardians: 1, students: 0, studentReads: false });
    expect(progress.audience.overseers).to.deep.equal(['admin', 'lead-tutor']);
  });

  it('of a subgroup are for its students alone: who reads is said so, is told, suggested and let in', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const part = await test.school.subgroup(world.group);
    await test.school.subgroupMember(part, world.luis);
    await world.inWrite((scope) => keepBoards(scope, { school: test.app.api(schoolApi) }));
    const boardId = await world.boardOf('subgroup');
    const [tutor, luis, marta] = [
      await test.signIn(world.tutor),
      await test.signIn(world.luis),
      await test.signIn(world.marta),
    ];
    const { body: board } = await tutor.get(`/api/forum/boards/${boardId}`).expect(200);
    expect(board.audience).to.deep.include({ students: 1, guardians: 0, everybody: null });
    await openTopicAs(test, tutor, boardId);
    await test.settle();
    const toldOf = async (who: typeof luis): Promise<string[]> =>
      (await who.get('/api/notices').expect(200)).body.items.map(({ kind }: { kind: string }) => kind);
    expect(await toldOf(luis)).to.deep.equal(['forum.topic-opened']);
    expect(await toldOf(marta)).to.deep.equal([]);
    const { body: found } = await tutor.get(`/api/forum/boards/${boardId}/people?q=marta`).expect(200);
    expect(found.items).to.deep.equal([]);
    await luis.get(`/api/forum/boards/${boardId}`).expect(200);
    await marta.get(`/api/forum/boards/${boardId}`).expect(404);
  });

  it('keep a progress thread between tutor and guardians until it is opened to the student', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const [tutor, luis, mother, other, teacher] = [
      await test.signIn(world.tutor),
      await test.signIn(world.luis),
      await test.signIn(world.mother),
      await test.signIn(world.otherMother),
      await test.signIn(world.teacher),
    ];
    const board = await world.progressOf(world.luis);
    const { topicId } = await openTopicAs(test, tutor, board, { title: 'Progress' });
    await answerAs(test, mother, topicId, 'Thank you').expect(201);
    await test.settle();
    const { body: heard } = await mother.get('/api/notices').expect(200);
    expect(
      heard.items.map(({ about }: { about: { id: string } | null }) => about?.id),
      'of which child',
    ).to.deep.equal([world.luis.id]);
    await mother.post(`/api/forum/boards/${board}/topics`).send(aTopic(test.app)).expect(403);
    for (const agent of [luis, other, teacher]) await agent.get(`/api/forum/topics/${topicId}`).expect(404);
    await mother.put(`/api/forum/boards/${board}/open-to-student`).send({ mayStudentRead: true }).expect(403);
    await tutor.put(`/api/forum/boards/${board}/open-to-student`).send({ mayStudentRead: true }).expect(200);
    await luis.get(`/api/forum/topics/${topicId}`).expect(200);
    await tutor.put(`/api/forum/boards/${board}/guests/${world.teacher.id}`).expect(200);
    await answerAs(test, teacher, topicId, 'He works well').expect(201);
    await tutor.put(`/api/forum/boards/${board}/guests/${world.otherMother.id}`).expect(422);
    await tutor.delete(`/api/forum/boards/${board}/guests/${world.teacher.id}`).expect(200);
    await teacher.get(`/api/forum/topics/${topicId}`).expect(404);
  });

  it('let a guardian who may only read write nothing', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const aunt = await test.signIn(await test.school.guardian(world.luis, { mayAct: false }));
    const tutor = await test.signIn(world.tutor);
    const { topicId } = await openTopicAs(test, tutor, await world.progressOf(world.luis));
    const { body } = await aunt.get(`/api/forum/topics/${topicId}`).expect(200);
    expect(body.topic.may.reply).to.equal(false);
    await answerAs(test, aunt, topicId, 'But').expect(403);
  });

  it('of staff are not there for families: councils for all of them, cases for those invited', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const lead = await test.signIn(await test.school.staff('lead-tutor'));
    const [tutor, teacher, luis, mother] = [
      await test.signIn(world.tutor),
      await test.signIn(world.teacher),
      await test.signIn(world.luis),
      await test.signIn(world.mother),
    ];
    const { body: council } = await lead.post('/api/forum/councils').send({ name: 'Council of May' }).expect(201);
    const { topicId } = await openTopicAs(test, lead, council.id);
    await answerAs(test, teacher, topicId, 'I agree').expect(201);
    await teacher.post('/api/forum/councils').send({ name: 'Mine' }).expect(403);
    const asked = { name: 'How to help', studentId: world.luis.id, guestIds: [] };
    const { body: held } = await tutor.post('/api/forum/cases').send(asked).expect(201);
    await tutor
      .post('/api/forum/cases')
      .send({ ...asked, studentId: world.stranger.id })
      .expect(404);
    for (const agent of [luis, mother, teacher]) await agent.get(`/api/forum/boards/${held.id}`).expect(404);
    for (const agent of [luis, mother]) await agent.get(`/api/forum/boards/${council.id}`).expect(404);
    expect(isStaffOnly('council') && isStaffOnly('case') && isStaffOnly('group-staff')).to.equal(true);
  });

  it('suggest for a mention only people for whom the board is', async () => {
    const test = await start({ catalog });
    const world = await forumSchool(test);
    const luis = await test.signIn(world.luis);
    const names = async (q: string) =>
      (await luis.get(`/api/forum/boards/${world.groupBoard}/people?q=${q}`).expect(200)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await names('marta')).to.deep.equal([world.marta.id]);
    expect(await names('elena')).to.deep.equal([]);
  });
});

eachApp('Order on the forum', (start) => {
  it('is kept by those who answer for the board: report, hide, restore, each written down', async () => {
    const test = await start({ catalog: [plugin] });
    const world = await forumSchool(test);
    const [tutor, luis, marta] = [
      await test.signIn(world.tutor),
      await test.signIn(world.luis),
      await test.signIn(world.marta),
    ];
    const { topicId, postId } = await openTopicAs(test, luis, world.groupBoard, { text: 'Грубость' });
    await marta.post(`/api/forum/posts/${postId}/report`).send({ reason: 'Обидно' }).expect(200);
    await marta.post(`/api/forum/posts/${postId}/report`).send({ reason: 'Очень' }).expect(200);
    await marta.post(`/api/forum/posts/${postId}/hide`).send({ reason: 'x' }).expect(403);
    const { body: reports } = await tutor.get('/api/forum/reports').expect(200);
    expect(reports.items).to.have.length(1);
    await tutor.post(`/api/forum/reports/${reports.items[0].id}`).send({ outcome: 'hidden', reason: '' }).expect(200);
    expect((await tutor.get('/api/forum/reports')).body.items).to.deep.equal([]);
    await test.settle();
    const heard = async (agent: typeof tutor): Promise<string[]> =>
      (await agent.get('/api/notices').expect(200)).body.items.map(({ kind }: { kind: string }) => kind);
    expect(await heard(luis)).to.include('forum.post-hidden');
    expect(await heard(marta))
      .to.include('forum.report-hidden')
      .and.not.to.include('forum.post-hidden');
    const seen = async (agent: typeof tutor) => (await agent.get(`/api/forum/topics/${topicId}`)).body.posts[0];
    expect(await seen(marta)).to.include({ state: 'hidden', text: '', hiddenWhy: null });
    expect(await seen(tutor)).to.include({ state: 'hidden', text: 'Грубость', hiddenWhy: 'Обидно' });
    await luis.patch(`/api/forum/posts/${postId}`).send({ text: 'Ничего' }).expect(409);
    const search = `/api/forum/search?q=${encodeURIComponent('грубость')}`;
    expect((await marta.get(search)).body.items).to.deep.equal([]);
    // Not by the list of hits alone: the index itself has forgotten it.
    const indexed = () => test.app.database.reader('search_document').where({ key: postId }).pluck('key');
    expect(await indexed()).to.deep.equal([]);
    await tutor.post(`/api/forum/posts/${postId}/restore`).expect(200);
    await test.settle();
    expect(await heard(luis)).to.include('forum.post-restored');
    expect(await seen(marta)).to.include({ state: 'shown', text: 'Грубость' });
    expect((await marta.get(search)).body.items).to.have.length(1);
    const acts: string[] = await test.app.database.reader('audit_entry').where('act', 'like', 'forum.%').pluck('act');
    expect(acts.sort()).to.deep.equal(['forum.post-hidden', 'forum.post-restored', 'forum.report-decided']);
  });
});
