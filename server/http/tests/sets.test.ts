import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect } from 'chai';
import { z } from 'zod';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { actorOfPerson } from '../../access/loadActor.ts';
import { signedIn } from '../../access/permission.ts';
import { createCeiling } from '../ceiling.ts';
import { Problem } from '../problem.ts';
import { forbidden } from '../problems.ts';
import { defineWrite } from '../route.ts';
import { createSetWriter } from '../sets/setWriter.ts';

/** Notes something of a person; more comes out of it than it promises. */
const noteOf = defineWrite({
  method: 'post',
  path: '/probe/:personId',
  operationId: 'probe',
  summary: 'Notes something of a person.',
  permission: signedIn,
  about: { what: 'probe.noted', whose: ({ params }) => [params.personId] },
  params: z.strictObject({ personId: z.string() }),
  body: z.strictObject({ note: z.string() }),
  output: z.object({ note: z.string() }),
  handle: async (_scope, { body }) => body,
  inSets: {
    event: 'probe:note',
    lock: async () => undefined,
    handle: async (_scope, asked) =>
      asked.map(({ input, actor }) =>
        input.body.note === 'no' ? new Problem(forbidden) : { ...input.body, actor, secret: 'not promised' },
      ),
  },
});

eachApp('Writes that come in a set', (start) => {
  it('are answered each with what the route promises, and kept with whose and whom, but for those that are refused', async () => {
    const { app, school } = await start();
    const people = [await school.staff('tutor'), await school.staff('tutor'), await school.staff('tutor')];
    const acting = { db: app.database.reader, sessionId: '', now: app.clock() };
    const requests = people.map(() => new IncomingMessage(new Socket()));
    const writer = createSetWriter({
      ...{ scopes: app.scopes, texts: app.texts, log: app.log, language: 'en', ceiling: createCeiling(100) },
      routes: [noteOf],
      hasJustProven: () => false,
      actorsOf: (sent) =>
        Promise.all(
          sent.map((request) => {
            const personId = people[requests.indexOf(request)]?.id ?? '';
            return actorOfPerson({ ...acting, personId }, app.grantSources);
          }),
        ),
    });
    const about = await school.student();
    const notes = ['first', 'no', 'third'];
    const replies = await Promise.all(
      requests.map((request, nth) =>
        writer.take('probe:note', request, { params: { personId: about.id }, body: { note: notes[nth] } }),
      ),
    );
    expect(replies.map((reply) => (reply.ok ? reply.body : reply.status))).to.deep.equal([
      { note: 'first' },
      403,
      { note: 'third' },
    ]);
    const kept: { actorId: string; aboutPersonId: string }[] = await app.database
      .reader('audit_entry')
      .where({ act: 'probe.noted' })
      .select('actorId', 'aboutPersonId');
    expect(kept).to.have.deep.members([
      { actorId: people[0]?.id, aboutPersonId: about.id },
      { actorId: people[2]?.id, aboutPersonId: about.id },
    ]);
  });
});
