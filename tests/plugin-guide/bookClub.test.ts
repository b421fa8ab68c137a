import { expect } from 'chai';
import { createApp } from '../../server/app.ts';
import { migrate, migrateDown } from '../../server/db/migrate.ts';
import { eachApp, type StartApp } from '../harness/eachApp.ts';
import { signInAs, type TestAgent, visitor } from '../harness/testAgent.ts';
import plugin from './book-club/plugin.ts';

const catalog = [plugin];

/** A group with its tutor, a student, the student's guardian and a teacher, in an app that has the plugin. */
async function bookClub(start: StartApp) {
  const started = await start({ catalog });
  const { school } = started;
  const group = await school.group();
  const [tutor, student, teacher] = [await school.person(), await school.student(), await school.person()];
  const guardian = await school.guardian(student);
  await school.tutor(group, tutor);
  await school.member(group, student);
  await school.course(group, { teacherId: teacher.id });
  return { ...started, group, tutor, student, guardian, teacher, books: booksOf(group) };
}

const booksOf = (group: { readonly id: string }) => `/api/book-club/groups/${group.id}/books`;

/** The operations of the app's own description with this tag. */
async function operationsOf(browser: TestAgent, tag: string): Promise<string[]> {
  const { body } = await browser.get('/api/openapi.json').expect(200);
  const operations: { operationId: string; tags: string[] }[] = Object.values<object>(body.paths).flatMap((path) =>
    Object.values(path),
  );
  return operations.filter(({ tags }) => tags.includes(tag)).map(({ operationId }) => operationId);
}

eachApp('The plugin of the guide', (start) => {
  it('shows a book of the tutor to everybody of the group, and says who may add', async () => {
    const { signIn, books, clock, ...people } = await bookClub(start);
    const added = await (await signIn(people.tutor)).post(books).send({ title: '  Momo ' }).expect(201);
    expect(added.body).to.include({ title: 'Momo', addedAt: clock.now().toISOString() });
    for (const who of ['tutor', 'student', 'guardian', 'teacher'] as const) {
      const { body } = await (await signIn(people[who])).get(books).expect(200);
      expect(body, who).to.deep.equal({ items: [added.body], may: { add: who === 'tutor' } });
    }
  });

  it('lets neither teacher nor student nor guardian add', async () => {
    const { signIn, books, teacher, student, guardian } = await bookClub(start);
    for (const person of [teacher, student, guardian])
      await (await signIn(person)).post(books).send({ title: 'Momo' }).expect(403);
  });

  it('refuses a tutor who sees the group only as teacher', async () => {
    const { signIn, school, books, teacher } = await bookClub(start);
    await school.tutor(await school.group(), teacher);
    const browser = await signIn(teacher);
    await browser.post(books).send({ title: 'Momo' }).expect(403);
    const { body } = await browser.get(books).expect(200);
    expect(body.may).to.deep.equal({ add: false });
  });

  it('does not exist for the tutor of another group, and not at all for a visitor', async () => {
    const { signIn, visitor, school, books } = await bookClub(start);
    const stranger = await school.person();
    await school.tutor(await school.group(), stranger);
    const browser = await signIn(stranger);
    await browser.get(books).expect(404);
    await browser.post(books).send({ title: 'Momo' }).expect(404);
    await visitor().get(books).expect(401);
  });

  for (const [language, title, remedy] of [
    ['ru', 'Книга «Momo» уже есть в списке', 'Выберите другую книгу.'],
    ['es', '«Momo» ya está en la lista', 'Elija otro libro.'],
    ['en', '“Momo” is already on the list', 'Choose another book.'],
  ] as const)
    it(`refuses a book that is already listed, in words of ${language}`, async () => {
      const { signIn, school, group, books } = await bookClub(start);
      const tutor = await school.person({ language });
      await school.tutor(group, tutor);
      const browser = await signIn(tutor);
      await browser.post(books).send({ title: 'Momo' }).expect(201);
      const { body } = await browser.post(books).send({ title: 'Momo' }).expect(409);
      expect(body).to.deep.include({ type: '/problems/book-club/already-listed', title, detail: remedy });
    });

  it('adds a book once, however many add it at the same moment', async () => {
    const { signIn, books, tutor } = await bookClub(start);
    const browser = await signIn(tutor);
    const answers = await Promise.all([1, 2, 3, 4].map(() => browser.post(books).send({ title: 'Momo' })));
    expect(answers.map(({ status }) => status).toSorted()).to.deep.equal([201, 409, 409, 409]);
  });

  it('lets two groups read the same book', async () => {
    const { signIn, school, books, tutor } = await bookClub(start);
    const other = await school.group();
    await school.tutor(other, tutor);
    const browser = await signIn(tutor);
    await browser.post(books).send({ title: 'Momo' }).expect(201);
    await browser.post(booksOf(other)).send({ title: 'Momo' }).expect(201);
  });

  it('reports everything that is wrong with a body', async () => {
    const { signIn, books, tutor } = await bookClub(start);
    const { body } = await (await signIn(tutor)).post(books).send({ title: ' ', pages: 300 }).expect(400);
    expect(body.issues).to.have.length(2);
    expect(JSON.stringify(body.issues)).to.include('title').and.to.include('pages');
  });

  it('answers a repeated request as it did before', async () => {
    const { signIn, books, tutor } = await bookClub(start);
    const browser = await signIn(tutor);
    const add = () => browser.post(books).set('Idempotency-Key', 'the-same').send({ title: 'Momo' }).expect(201);
    const [first, second] = [await add(), await add()];
    expect(second.body).to.deep.equal(first.body);
    expect((await browser.get(books)).body.items).to.deep.equal([first.body]);
  });

  it('tells the students of the group, and nobody else', async () => {
    const { signIn, settle, books, tutor, student, teacher } = await bookClub(start);
    await (await signIn(tutor)).post(books).send({ title: 'Momo' }).expect(201);
    await settle();
    const noticesOf = async (person: typeof tutor) => (await (await signIn(person)).get('/api/notices')).body.items;
    const [notice, ...more] = await noticesOf(student);
    expect(notice).to.deep.include({ kind: 'book-club.book-added', params: { title: 'Momo' } });
    expect([...more, ...(await noticesOf(teacher))]).to.deep.equal([]);
  });

  it('takes its table away and makes it again', async () => {
    const { app, signIn, books, tutor } = await bookClub(start);
    const hasTable = () => app.database.reader.schema.hasTable('book_club_book');
    await (await signIn(tutor)).post(books).send({ title: 'Momo' }).expect(201);
    await migrateDown(app.database, catalog);
    expect(await hasTable()).to.equal(false);
    expect(await migrate(app.database, catalog)).to.deep.equal(['book-club/001_books']);
    expect(await hasTable()).to.equal(true);
    await (await signIn(tutor)).post(books).send({ title: 'Momo' }).expect(201);
  });

  it('describes both of its operations', async () => {
    expect(await operationsOf((await start({ catalog })).visitor(), 'book-club')).to.have.members([
      'listBooks',
      'addBook',
    ]);
  });

  it('leaves the rest working when it is taken out of the catalog', async () => {
    const { app: before, clock, signIn, settle, books, tutor, student } = await bookClub(start);
    const browser = await signIn(tutor);
    await browser.post(books).send({ title: 'Momo' }).expect(201);
    await settle();
    await browser.post(books).send({ title: 'Dune' }).expect(201);

    const app = await createApp(before.config, { catalog: [], clock: clock.read });
    try {
      await app.dispatcher.idle();
      await visitor(app).get('/api/health').expect(200);
      await (await signInAs(app, tutor.id)).get(books).expect(404);
      const { body } = await (await signInAs(app, student.id)).get('/api/notices').expect(200);
      expect(body.items).to.have.length(1);
      expect(await operationsOf(visitor(app), 'book-club')).to.deep.equal([]);
    } finally {
      await app.close();
    }
  });
});
