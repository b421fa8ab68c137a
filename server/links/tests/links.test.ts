import { expect } from 'chai';
import { eachApp, type StartApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { system } from '../../access/actor.ts';
import { languages } from '../../host/language.ts';
import { linksApi } from '../api.ts';
import { linkText } from '../linkText.ts';
import { votesPlugin } from './votes/plugin.ts';

type One = { readonly id: string };

async function voting(start: StartApp) {
  const ballot = votesPlugin();
  const test = await start({ at: '2026-09-01T06:00:00Z', catalog: [ballot.plugin] });
  const voter = await test.school.person({ language: 'es', zone: 'America/Mexico_City' });
  return { ...test, ...ballot, voter };
}

type Voting = Awaited<ReturnType<typeof voting>>;

const inWrite = <T>({ app }: TestApp, work: Parameters<typeof app.scopes.inWrite<T>>[1]): Promise<T> =>
  app.scopes.inWrite(system, work);

/** Where a link for the voter leads: the path below /api and the one in the client. */
async function linkFor(test: Voting, subject: string, person: One = test.voter, hours = 48) {
  const { app, kind, clock } = test;
  const expiresAt = new Date(clock.read().getTime() + hours * 3_600_000);
  const id = await inWrite(test, (scope) =>
    app.api(linksApi).make(scope, kind, { personId: person.id, subject, expiresAt }),
  );
  const path = await app.api(linksApi).pathOf(app.database.reader, id, clock.read());
  if (!path) throw new Error('A new link leads somewhere');
  return { id, page: path, api: `/api/links/${path.slice('/link/'.length)}` };
}

eachApp('A link in a mail', (start) => {
  it('shows what it asks in the language of its person, and does what is chosen as that person, once', async () => {
    const test = await voting(start);
    const { api } = await linkFor(test, 'la excursión');

    const { body } = await test.visitor().get(api).expect(200);
    expect(body).to.deep.equal({
      language: 'es',
      title: 'Una votación',
      question: '¿Vota a favor de la excursión?',
      choices: [
        { id: 'yes', label: 'Votar a favor' },
        { id: 'no', label: 'Votar en contra' },
      ],
      expiresAt: '2026-09-03T06:00:00.000Z',
    });

    const done = await test.visitor().post(api).send({ choice: 'no' }).expect(200);
    expect(done.body).to.deep.equal({ choice: 'no', done: 'Votó en contra.' });
    await test.settle();
    expect(test.votes).to.deep.equal([{ personId: test.voter.id, subject: 'la excursión', choice: 'no' }]);
    expect(test.actors).to.deep.equal([test.voter.id]);

    const again = await test.visitor().post(api).send({ choice: 'yes' }).expect(409);
    expect(again.body.type).to.equal('/problems/links/used');
    await test.visitor().get(api).expect(409);
    expect(test.votes).to.have.length(1);
  });

  it('is not used by a mail scanner that opens every address of a mail, again and again', async () => {
    const test = await voting(start);
    const { page, api } = await linkFor(test, 'the trip');
    for (const address of [page, `${page}?choose=yes`, api, `${api}?`])
      for (const method of ['get', 'head', 'options'] as const) await test.visitor()[method](address);
    // Some send what they find as an empty form, or as a page of theirs would.
    await test.visitor().post(api).expect(400);
    await test.visitor().post(api).set('Origin', 'https://scanner.example').send({ choice: 'yes' }).expect(403);
    expect(test.votes).to.deep.equal([]);
    const [row] = await test.app.database.reader('links_link').select('usedAt', 'choice', 'revokedAt');
    expect(row).to.deep.equal({ usedAt: null, choice: null, revokedAt: null });

    await test.visitor().post(api).send({ choice: 'yes' }).expect(200);
  });

  it('ends with its time, when it is revoked, and when there is nothing left to decide', async () => {
    const test = await voting(start);
    const [short, revoked, settled] = [
      await linkFor(test, 'short', test.voter, 1),
      await linkFor(test, 'revoked'),
      await linkFor(test, 'settled'),
    ];
    await inWrite(test, (scope) => test.app.api(linksApi).revoke(scope, test.kind, 'revoked'));
    test.clock.advance({ hours: 1 });
    for (const { api } of [short, revoked, settled]) {
      const { body } = await test.visitor().get(api).expect(409);
      expect(body.type).to.equal('/problems/links/over');
    }
    for (const { api } of [short, revoked]) await test.visitor().post(api).send({ choice: 'yes' }).expect(409);
    expect(test.votes).to.deep.equal([]);
    const { app, clock } = test;
    for (const { id } of [short, revoked])
      expect(await app.api(linksApi).pathOf(app.database.reader, id, clock.read())).to.equal(undefined);
  });

  it('stays as it was when what is chosen is refused, or is no choice', async () => {
    const test = await voting(start);
    const { api } = await linkFor(test, 'closed');
    const refused = await test.visitor().post(api).send({ choice: 'yes' }).expect(409);
    expect(refused.body.type).to.equal('/problems/votes/closed');
    await test.visitor().post(api).send({ choice: 'maybe' }).expect(422);
    await test.visitor().post(api).send({ choice: 'yes', more: 1 }).expect(400);
    const [row] = await test.app.database.reader('links_link').select('usedAt');
    expect(row).to.deep.equal({ usedAt: null });
  });

  it('is of no use to somebody who left or whose account is locked', async () => {
    const test = await voting(start);
    const leaver = await test.school.person();
    const locked = await test.school.person();
    await test.signIn(locked);
    const links = [await linkFor(test, 'one', leaver), await linkFor(test, 'two', locked)];
    await test.app.database.write(async (trx) => {
      await trx('people_person').where({ id: leaver.id }).update({ isActive: false });
      await trx('auth_account').where({ personId: locked.id }).update({ isDisabled: true });
    });
    for (const { api } of links) {
      await test.visitor().get(api).expect(409);
      await test.visitor().post(api).send({ choice: 'yes' }).expect(409);
    }
    expect(test.votes).to.deep.equal([]);
  });

  it('cannot be guessed from the database, nor turned to another person or thing in it', async () => {
    const test = await voting(start);
    const { id, api } = await linkFor(test, 'mine');
    const token = api.slice('/api/links/'.length);
    const [row] = await test.app.database.reader('links_link').select();
    expect(JSON.stringify(row)).not.to.include(token);
    expect(row.tokenHash).to.match(/^[0-9a-f]{64}$/);

    const other = await test.school.person();
    for (const change of [{ personId: other.id }, { subject: 'another' }, { expiresAt: new Date('2030-01-01') }]) {
      await test.app.database.write((trx) => trx('links_link').where({ id }).update(change));
      await test.visitor().get(api).expect(404);
      await test.visitor().post(api).send({ choice: 'yes' }).expect(404);
      const back = { personId: test.voter.id, subject: 'mine', expiresAt: row.expiresAt };
      await test.app.database.write((trx) => trx('links_link').where({ id }).update(back));
    }
    await test
      .visitor()
      .get(`/api/links/${'x'.repeat(43)}`)
      .expect(404);
    await test.visitor().get(api).expect(200);
  });

  it('serves one of several who press the button at the same moment', async () => {
    const test = await voting(start);
    const { api } = await linkFor(test, 'race');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        test
          .visitor()
          .post(api)
          .send({ choice: i % 2 ? 'yes' : 'no' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, ...Array(7).fill(409)]);
    expect(test.votes).to.have.length(1);
  });
});

eachApp('Links of the product', (start) => {
  it('have all their texts in every language', async () => {
    const { app } = await start();
    const missing = app.links.flatMap((kind) =>
      languages.flatMap((language) => {
        const say = linkText(app.texts, language, kind);
        const keys = ['title', 'question', ...kind.choices.flatMap((one) => [`choices.${one}`, `done.${one}`])];
        return keys.filter((key) => say(key) === '').map((key) => `${kind.id} ${language} ${key}`);
      }),
    );
    expect(missing).to.deep.equal([]);
  });
});
