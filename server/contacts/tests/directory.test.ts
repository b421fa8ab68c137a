import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';

eachApp('The directory', (start) => {
  it('names families and staff of a group, with what the reader may see of them', async () => {
    const test = await start();
    const { school, signIn } = test;
    const student = await school.student({ familyName: 'Orlova' });
    const mother = await school.guardian(student, { familyName: 'Orlova', email: 'mother@home.example' });
    const group = await school.group();
    await school.member(group, student);
    const tutor = await school.staff('tutor', { email: 'tutor@work.example' });
    await school.tutor(group, tutor);
    const { teacherId } = await school.course(group, { teacherId: (await school.staff('teacher')).id });
    const teacher = await signIn({ id: teacherId ?? '' });
    const channels = [
      { kind: 'email', value: 'teacher@work.example', isPublic: true },
      { kind: 'phone', value: '600 111 222' },
    ];
    await teacher.put(`/api/people/${teacherId}/channels`).set('If-Match', '"1"').send({ items: channels }).expect(200);

    const browser = await signIn(tutor);
    const { body } = await browser.get(`/api/groups/${group.id}/directory`).expect(200);
    const addresses = (entry: { channels: { value: string }[] }) => entry.channels.map(({ value }) => value);
    expect(body.families).to.have.length(1);
    expect(addresses(body.families[0].guardians[0])).to.deep.equal(['mother@home.example']);
    const ofTeacher = body.staff.find(({ personId }: { personId: string }) => personId === teacherId);
    expect(addresses(ofTeacher)).to.deep.equal(['teacher@work.example']);
    expect(ofTeacher.subjects).to.have.length(1);
    await teacher.get(`/api/groups/${group.id}/directory`).expect(403);
    await (await signIn(mother)).get('/api/directory').expect(403);

    const { body: found } = await browser.get('/api/directory').query({ q: 'orlova' }).expect(200);
    const guardian = found.items.find(({ personId }: { personId: string }) => personId === mother.id);
    expect(guardian.children).to.deep.equal(['Ana Orlova']);
    expect(addresses(guardian)).to.deep.equal(['mother@home.example']);
  });

  it('comes by page in the order of names', async () => {
    const test = await start();
    const admin = await test.signIn(await test.school.staff('admin', { familyName: 'Aaa' }));
    for (const familyName of ['Ccc', 'Bbb', 'Ddd']) await test.school.person({ familyName });
    const { body: first } = await admin.get('/api/directory').query({ limit: 2 }).expect(200);
    const { body: rest } = await admin.get('/api/directory').query({ limit: 2, after: first.nextAfter }).expect(200);
    const names = [...first.items, ...rest.items].map(({ name }: { name: string }) => name);
    expect(names).to.deep.equal(['Ana Aaa', 'Ana Bbb', 'Ana Ccc', 'Ana Ddd']);
    expect(rest.nextAfter).to.equal(null);
  });
});
