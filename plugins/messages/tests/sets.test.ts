import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect } from 'chai';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { v4 } from 'uuid';
import type { Actor } from '../../../server/access/actor.ts';
import { actorOfPerson } from '../../../server/access/loadActor.ts';
import type { Database } from '../../../server/db/database.ts';
import { eventually } from '../../../server/events/tests/eventually.ts';
import { createCeiling } from '../../../server/http/ceiling.ts';
import { createSetWriter, type SetParts } from '../../../server/http/sets/setWriter.ts';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { lockThreads } from '../store/threads.ts';
import { connected } from './connected.ts';

eachApp('Messages sent over the socket', (start) => {
  /** Colleagues in one conversation, each with an open line. `writes` counts transactions. */
  async function colleagues(count: number, config = {}) {
    const writes = { count: 0 };
    const around = (database: Database): Database => ({
      ...database,
      write: (work) => {
        writes.count++;
        return database.write(work);
      },
    });
    const test = await start({ config, around });
    const people = [];
    for (let nth = 0; nth < count; nth++) people.push(await test.school.staff('tutor'));
    const threadId = await threadOf(test, people);
    const lines = await Promise.all(people.map((person) => connected(test, person)));
    const close = () => {
      for (const { socket } of lines) socket.disconnect();
    };
    const send = (nth: number, body: object, to = threadId) =>
      lines[nth]?.socket.emitWithAck('messages:send', { params: { threadId: to }, body });
    const stored = async (): Promise<{ text: string; seq: number }[]> =>
      test.app.database.reader('messages_message').where({ threadId }).orderBy('seq').select('text', 'seq');
    return { ...test, people, threadId, lines, send, stored, close, writes };
  }

  async function threadOf(test: TestApp, [first, ...others]: readonly { readonly id: string }[]): Promise<string> {
    const browser = await test.signIn(first ?? { id: '' });
    const { body } = await browser
      .post('/api/messages/threads')
      .send({ personIds: others.map(({ id }) => id) })
      .expect(200);
    return String(body.id);
  }

  const quiet = pino({ enabled: false });
  const writerOf = (app: TestApp['app'], actorsOf: SetParts['actorsOf']) =>
    createSetWriter({
      ...{ scopes: app.scopes, texts: app.texts, log: quiet, language: 'en', ceiling: createCeiling(1000) },
      routes: app.routes.map(({ route }) => route),
      hasJustProven: () => false,
      actorsOf,
    });

  const words = (text: string) => ({ clientId: v4(), text });

  it('are answered as over HTTP, in any order; what one is refused with concerns it alone', async () => {
    const { people, threadId, lines, send, stored, close, ...test } = await colleagues(6);
    try {
      const elsewhere = await threadOf(test, people.slice(0, 2));
      const first = words('0');
      const replies = await Promise.all([
        send(0, first),
        send(1, words('1')),
        send(2, words('x'.repeat(4001))),
        send(3, words('not mine'), elsewhere),
        send(4, { ...words('4'), replyToId: v4() }),
        send(5, { ...words('5'), isAdmin: true }),
        send(2, words('2')),
        send(0, first),
        lines[1]?.socket.emitWithAck('messages:send', 'nonsense'),
        lines[1]?.socket.emitWithAck('messages:send', {
          params: { threadId },
          body: words('as another'),
          actor: 'other',
        }),
      ]);
      expect(replies.map(({ ok, status }) => (ok ? 'ok' : status))).to.deep.equal([
        ...['ok', 'ok', 400, 404, 422, 400, 'ok', 'ok', 400, 400],
      ]);
      expect((await stored()).map(({ text }) => text).toSorted()).to.deep.equal(['0', '1', '2']);
      expect((await stored()).map(({ seq }) => seq)).to.deep.equal([1, 2, 3]);
      expect(replies[7].body).to.deep.equal(replies[0].body);
      const browser = await test.signIn(people[0] ?? { id: '' });
      const again = await browser.post(`/api/messages/threads/${threadId}/messages`).send(first).expect(200);
      expect(again.body).to.deep.equal(replies[0].body);
    } finally {
      close();
    }
  });

  it('in one turn are stored in one transaction, in the order in which they came', async () => {
    const { app, people, threadId, stored, close, writes } = await colleagues(5);
    close();
    const acting = { db: app.database.reader, sessionId: '', now: app.clock() };
    const actors = new Map<IncomingMessage, Actor | undefined>();
    for (const { id: personId } of people)
      actors.set(new IncomingMessage(new Socket()), await actorOfPerson({ ...acting, personId }, app.grantSources));
    const writer = writerOf(app, async (requests) => requests.map((request) => actors.get(request)));
    writes.count = 0;
    const replies = await Promise.all(
      [...actors.keys()].map((request, nth) =>
        writer.take('messages:send', request, { params: { threadId }, body: words(String(nth)) }),
      ),
    );
    expect(replies.map(({ ok }) => ok)).to.deep.equal([true, true, true, true, true]);
    expect(writes.count).to.equal(1);
    expect((await stored()).map(({ text, seq }) => `${seq} ${text}`)).to.deep.equal([
      '1 0',
      '2 1',
      '3 2',
      '4 3',
      '5 4',
    ]);
  });

  it('are answered, each, when nobody can tell who sent them', async () => {
    const { app, threadId, stored, close } = await colleagues(2);
    close();
    const writer = writerOf(app, () => Promise.reject(new Error('The database is away')));
    const replies = await Promise.all(
      ['0', '1'].map((text) =>
        writer.take('messages:send', new IncomingMessage(new Socket()), { params: { threadId }, body: words(text) }),
      ),
    );
    expect(replies.map(({ ok, status }) => [ok, status])).to.deep.equal([
      [false, 500],
      [false, 500],
    ]);
    expect(await stored()).to.deep.equal([]);
  });

  it('are stored though another of the same moment fails in the middle of the transaction', async () => {
    const { send, stored, close } = await colleagues(3);
    try {
      const replies = await Promise.all([
        send(0, words('before')),
        send(1, { ...words('with a file that is not there'), fileIds: [v4()] }),
        send(2, words('after')),
      ]);
      expect(replies.map(({ ok }) => ok)).to.deep.equal([true, false, true]);
      expect(replies[1].problem.type).to.match(/^\/problems\/files\//);
      expect((await stored()).map(({ text }) => text)).to.deep.equal(['before', 'after']);
      expect((await stored()).map(({ seq }) => seq)).to.deep.equal([1, 2]);
    } finally {
      close();
    }
  });

  it('need a session, an account and a role that hold at this moment, on a line that was open before', async () => {
    const { app, people, send, stored, close } = await colleagues(5);
    try {
      await app.database.write(async (trx) => {
        // Whoever looks at the pages of a role looks at an empty school, and is nobody here.
        await trx('people_role').where({ personId: people[4]?.id }).update({ role: 'admin', scopeKind: 'everything' });
        const looking = await trx('auth_account').where({ personId: people[4]?.id }).first('id');
        const { dataJson } = await trx('auth_session').where({ accountId: looking.id }).first('dataJson');
        await trx('auth_session')
          .where({ accountId: looking.id })
          .update({ dataJson: JSON.stringify({ ...dataJson, viewAs: 'tutor' }) });
        const account = await trx('auth_account').where({ personId: people[0]?.id }).first('id');
        await trx('auth_session').where({ accountId: account.id }).delete();
        await trx('auth_account').where({ personId: people[1]?.id }).update({ isDisabled: true });
        await trx('people_role').where({ personId: people[2]?.id }).delete();
      });
      const replies = await Promise.all([0, 1, 2, 3, 4].map((nth) => send(nth, words(String(nth)))));
      expect(replies.map(({ status }) => status)).to.deep.equal([401, 401, 403, 200, 401]);
      expect((await stored()).map(({ text }) => text)).to.deep.equal(['3']);
    } finally {
      close();
    }
  });

  /** Changes something that decides who may write, and commits when told. Whoever changes it locks the conversation first. */
  function changing(
    { app, threadId }: Awaited<ReturnType<typeof colleagues>>,
    change: (trx: Knex) => Promise<unknown>,
  ) {
    let commit: () => void = () => undefined;
    const told = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let isMade: () => void = () => undefined;
    const made = new Promise<void>((resolve) => {
      isMade = resolve;
    });
    const committed = app.database.write(async (trx) => {
      await lockThreads(trx, app.database.dialect, [threadId]);
      await change(trx);
      isMade();
      await told;
    });
    return { made, commit, committed };
  }

  /** Resolves when a write waits behind that change: in the queue of the one writer, or for a lock. */
  async function heldUp({ app, writes }: Awaited<ReturnType<typeof colleagues>>, before: number): Promise<void> {
    const locked = async (): Promise<boolean> => {
      const waiting: unknown[] = await app.database.reader.raw(
        `select 1 from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`,
      );
      return waiting.length > 0;
    };
    await eventually('it waits', () => (app.database.dialect === 'sqlite' ? writes.count > before : locked()));
  }

  const lost: readonly {
    readonly what: string;
    readonly status: number;
    change(trx: Knex, threadId: string, personId: string): Promise<unknown>;
  }[] = [
    {
      what: 'their place in the conversation',
      status: 404,
      change: (trx, threadId, personId) => trx('messages_member').where({ threadId, personId }).delete(),
    },
    { what: 'their role', status: 403, change: (trx, _, personId) => trx('people_role').where({ personId }).delete() },
  ];
  for (const { what, status, change } of lost)
    it(`are refused to whoever loses ${what} while the message waits for its transaction`, async () => {
      const test = await colleagues(3);
      const { people, threadId, send, stored, close, writes } = test;
      try {
        const { made, commit, committed } = changing(test, (trx) => change(trx, threadId, people[1]?.id ?? ''));
        await made;
        const before = writes.count;
        const sent = send(1, words('too late'));
        await heldUp(test, before);
        commit();
        await committed;
        expect((await sent).status).to.equal(status);
        expect((await send(0, words('still here'))).ok).to.equal(true);
        expect((await stored()).map(({ text }) => text)).to.deep.equal(['still here']);
      } finally {
        close();
      }
    });

  it('are refused over HTTP too to whoever is taken out of the conversation before they are stored', async () => {
    const test = await colleagues(3);
    const { people, threadId, stored, close, writes } = test;
    close();
    const browser = await test.signIn(people[1] ?? { id: '' });
    const { made, commit, committed } = changing(test, (trx) =>
      trx('messages_member').where({ threadId, personId: people[1]?.id }).delete(),
    );
    await made;
    const before = writes.count;
    const sent = browser
      .post(`/api/messages/threads/${threadId}/messages`)
      .send(words('too late'))
      .expect(404)
      .then(() => undefined);
    await heldUp(test, before);
    commit();
    await committed;
    await sent;
    expect(await stored()).to.deep.equal([]);
  });

  it('are told to whoever has not read them, however many conversations have news at once', async () => {
    const { app, people, send, close, clock, settle, ...test } = await colleagues(6);
    try {
      const [first, ...others] = people;
      for (const other of others) {
        const threadId = await threadOf({ ...test, app, clock, settle }, [first ?? other, other]);
        expect((await send(0, words('hello'), threadId)).ok).to.equal(true);
      }
      await settle();
      clock.advance({ seconds: 20 });
      await settle();
      const told: { personId: string }[] = await app.database
        .reader('notify_notice')
        .where({ kind: 'messages.waiting' })
        .select('personId');
      expect(told.map(({ personId }) => personId)).to.have.members(others.map(({ id }) => id));
    } finally {
      close();
    }
  });

  it('count with what the person asks for over HTTP, and are refused in the person’s language', async () => {
    const { app, people, send, stored, close, ...test } = await colleagues(2, { requestsPerMinute: 8 });
    try {
      const [person] = people;
      await app.database.write((trx) => trx('people_person').where({ id: person?.id }).update({ language: 'es' }));
      const browser = await test.signIn(person ?? { id: '' });
      for (let nth = 0; nth < 4; nth++) await browser.get('/api/notices');
      const replies = [];
      for (let nth = 0; nth < 8; nth++) replies.push(await send(0, words(String(nth))));
      const refused = replies.filter(({ ok }) => !ok);
      expect(refused).to.have.length.above(3);
      expect(refused[0]).to.include({ status: 429 });
      expect(refused[0].problem.title).to.match(/[áéíóúñ]|demasiad/i);
      expect(await stored()).to.have.length(8 - refused.length);
      expect((await send(1, words('somebody else'))).ok).to.equal(true);
    } finally {
      close();
    }
  });
});
