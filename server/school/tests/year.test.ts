import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';

/** A fifth and an eleventh grade with two students each, a tutor and courses. */
async function twoGrades({ school, signIn }: TestApp) {
  const admin = await signIn(await school.staff('admin'));
  const [fifth, last] = [await school.group({ name: '5A', grade: 5 }), await school.group({ name: '11A', grade: 11 })];
  const [anna, boris] = [await school.student({ grade: 5 }), await school.student({ grade: 5 })];
  const vera = await school.student({ grade: 11 });
  for (const student of [anna, boris]) await school.member(fifth, student);
  await school.member(last, vera);
  const tutor = await school.staff('tutor');
  for (const group of [fifth, last]) await school.tutor(group, tutor);
  const course = await school.course(fifth);
  await school.course(last);
  return { admin, fifth, last, anna, boris, vera, tutor, course };
}

const choices = { beginsOn: '2027-09-01' };

async function begin(admin: TestAgent, input: object = choices) {
  const { body: plan } = await admin.post('/api/school/year-previews').send(input).expect(200);
  return admin.post('/api/school/year-changes').send({ ...input, fingerprint: plan.fingerprint });
}

/** All that a change of year may touch. */
async function everything({ app }: TestApp): Promise<unknown> {
  const db = app.database.reader;
  return {
    groups: await db('school_group').orderBy('id').select('id', 'name', 'grade', 'isActive'),
    grades: await db('people_student').orderBy('personId').select('personId', 'grade'),
    courses: await db('school_course').orderBy('id').select('id', 'isActive'),
    members: await db('school_group_member').orderBy(['groupId', 'personId', 'fromOn']),
    tutors: await db('school_group_tutor').orderBy(['groupId', 'personId', 'fromOn']),
  };
}

eachApp('A change of year', (start) => {
  it('does what its preview showed, and its undo brings back what was before', async () => {
    const test = await start();
    const { admin, fifth, last, boris, vera } = await twoGrades(test);
    const newcomer = await test.school.student({ grade: 6 });
    const before = await everything(test);
    const input = { ...choices, leaverIds: [boris.id], arrivals: [{ personId: newcomer.id, groupId: fifth.id }] };
    const { body: plan } = await admin.post('/api/school/year-previews').send(input).expect(200);
    expect(plan.counts).to.deep.equal({ promoted: 1, archived: 1, students: 1, leave: 2, arrive: 1, courses: 2 });
    expect(
      plan.groups.map(({ name, act, newName }: Record<string, string>) => [name, act, newName]).toSorted(),
    ).to.deep.equal([
      ['11A', 'archive', null],
      ['5A', 'promote', '6A'],
    ]);
    expect(plan.leavers.map(({ id }: { id: string }) => id)).to.have.members([boris.id, vera.id]);
    expect(plan.withoutGroup.map(({ id }: { id: string }) => id)).to.deep.equal([newcomer.id]);
    expect(await everything(test)).to.deep.equal(before);

    const { body: list } = await begin(admin, input).then((reply) => {
      expect(reply.status, reply.text).to.equal(201);
      return reply;
    });
    await test.settle();
    const groups = await test.app.database.reader('school_group').orderBy('grade').select('name', 'grade', 'isActive');
    expect(groups).to.deep.equal([
      { name: '6A', grade: 6, isActive: true },
      { name: '11A', grade: 11, isActive: false },
    ]);
    expect(list.items[0]).to.deep.include({ beginsOn: '2027-09-01', counts: plan.counts, may: { undo: true } });

    const { body: undone } = await admin.post(`/api/school/year-changes/${list.items[0].id}/undo`).expect(200);
    expect(undone.items[0].kept).to.deep.equal([]);
    expect(await everything(test)).to.deep.equal(before);
    await admin.post(`/api/school/year-changes/${list.items[0].id}/undo`).expect(409);
    expect(last.id).to.be.a('string');
  });

  it('is refused when the school has changed since the preview', async () => {
    const test = await start();
    const { admin, fifth } = await twoGrades(test);
    const { body: plan } = await admin.post('/api/school/year-previews').send(choices).expect(200);
    const late = await test.school.student({ grade: 5 });
    await test.school.member(fifth, late);
    const refused = await admin
      .post('/api/school/year-changes')
      .send({ ...choices, fingerprint: plan.fingerprint })
      .expect(409);
    expect(refused.body.type).to.match(/school\/year-plan-changed$/);
    expect((await admin.get('/api/school/year-changes').expect(200)).body.items).to.deep.equal([]);
  });

  it('keeps in its undo whatever was changed by hand since, and lists it', async () => {
    const test = await start();
    const { admin, fifth, anna, course } = await twoGrades(test);
    const { body: list } = await begin(admin);
    const { body: group } = await admin.get(`/api/groups/${fifth.id}`).expect(200);
    await admin
      .patch(`/api/groups/${fifth.id}`)
      .set('If-Match', `"${group.revision}"`)
      .send({ name: 'The sixth' })
      .expect(200);
    await test.app.database.write((trx) => trx('people_student').where({ personId: anna.id }).update({ grade: 7 }));
    await test.school.course(fifth, { subjectId: course.subjectId, teacherId: course.teacherId });
    const { body } = await admin.post(`/api/school/year-changes/${list.items[0].id}/undo`).expect(200);
    expect(body.items[0].kept.map(({ kind }: { kind: string }) => kind)).to.deep.equal(['group', 'grade', 'course']);
    const now: { name: string; grade: number } | undefined = await test.app.database
      .reader('school_group')
      .where({ id: fifth.id })
      .first('name', 'grade');
    expect(now).to.deep.equal({ name: 'The sixth', grade: 6 });
  });

  it('made twice at once happens once', async () => {
    const test = await start();
    const { admin } = await twoGrades(test);
    const { body: plan } = await admin.post('/api/school/year-previews').send(choices).expect(200);
    const commit = () => admin.post('/api/school/year-changes').send({ ...choices, fingerprint: plan.fingerprint });
    const replies = await Promise.all([commit(), commit()]);
    expect(replies.map(({ status }) => status).toSorted()).to.deep.equal([201, 409]);
  });

  it('is the whole school’s: a coordinator of one home school may not', async () => {
    const test = await start();
    await twoGrades(test);
    const homeSchool = await test.school.homeSchool();
    const coordinator = await test.school.staff('coordinator', { homeSchoolId: homeSchool.id });
    await (await test.signIn(coordinator)).post('/api/school/year-previews').send(choices).expect(403);
  });

  it('is told as history on the pages of the group and the student', async () => {
    const test = await start();
    const { admin, fifth, vera } = await twoGrades(test);
    await begin(admin);
    const { body: group } = await admin.get(`/api/groups/${fifth.id}/history`).expect(200);
    expect(group.items).to.deep.include({ kind: 'name', name: '5A', fromOn: null, untilOn: '2027-09-01' });
    expect(group.items.filter(({ kind }: { kind: string }) => kind === 'course')[0].untilOn).to.equal('2027-09-01');
    const { body: student } = await admin.get(`/api/people/${vera.id}/history`).expect(200);
    expect(student.items).to.deep.equal([{ kind: 'group', name: '11A', fromOn: '2026-09-01', untilOn: '2027-08-31' }]);
  });
});
