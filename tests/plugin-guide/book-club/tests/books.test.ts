import { expect } from 'chai';
import { eachApp } from '../../../../tests/harness/eachApp.ts';
import plugin from '../plugin.ts';

eachApp('Book club', (start) => {
  it('shows a student what the tutor of the group added', async () => {
    const { school, signIn } = await start({ catalog: [plugin] });
    const [group, tutor, student] = [await school.group(), await school.person(), await school.student()];
    await school.tutor(group, tutor);
    await school.member(group, student);
    const books = `/api/book-club/groups/${group.id}/books`;

    await (await signIn(tutor)).post(books).send({ title: 'Momo' }).expect(201);

    const { body } = await (await signIn(student)).get(books).expect(200);
    expect(body).to.deep.include({ may: { add: false } });
    expect(body.items).to.have.length(1);
    expect(body.items[0]).to.include({ title: 'Momo' });
  });
});
