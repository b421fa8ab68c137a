import { expect } from 'chai';
import { z } from 'zod';
import { anyone, definePermission } from '../../../server/access/permission.ts';
import { type App, createApp } from '../../../server/app.ts';
import { defineDocument } from '../../../server/documents/api.ts';
import { defineEvent } from '../../../server/events/event.ts';
import { apiRef, type Parts, type Plugin } from '../../../server/host/plugin.ts';
import { defineProblem } from '../../../server/http/problem.ts';
import { defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import { defineMail } from '../../../server/mail/api.ts';
import { emptyDatabase } from '../../harness/emptyDatabase.ts';
import { tablesOfProduct, testConfig } from '../../harness/product.ts';
import { visitor } from '../../harness/testAgent.ts';
import { aboutFaults } from './aboutFaults.ts';
import { documentFaults } from './documentFaults.ts';
import { mailFaults } from './mailFaults.ts';
import { openApiFaults } from './openApiFaults.ts';
import { pluginFaults } from './pluginFaults.ts';
import { routeFaults } from './routeFaults.ts';

const sound = defineRead({
  path: '/polls/:pollId',
  operationId: 'getPoll',
  summary: 'One poll.',
  permission: anyone,
  params: z.strictObject({ pollId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  handle: async (_scope, { params }) => ({ id: params.pollId }),
});

const write = defineWrite({
  method: 'post',
  path: '/polls',
  operationId: 'addPoll',
  summary: 'Adds a poll.',
  permission: anyone,
  body: z.object({ title: z.string() }),
  output: z.object({}),
  handle: async () => ({}),
});

/** As a plugin written in JavaScript, or with a cast, would bring it. */
function without(route: Route, member: keyof Route): Route {
  const rest = { ...route };
  Reflect.deleteProperty(rest, member);
  return rest;
}

const routeSins: readonly (readonly [sin: string, routes: readonly Route[], told: string])[] = [
  ['has no permission', [without(sound, 'permission')], 'polls getPoll: has no permission'],
  ['has no output schema', [without(sound, 'output')], 'polls getPoll: has no output schema'],
  ['is declared twice', [sound, { ...sound, operationId: 'other' }], 'get /polls/: is declared twice'],
  ['has the operationId of another', [sound, { ...sound, path: '/other' }], 'operationId getPoll is used twice'],
  ['has a parameter without schema', [{ ...sound, path: '/polls/:id' }], 'polls getPoll: parameter id has no schema'],
  ['lets unknown keys through', [write], 'polls addPoll: its input lets unknown keys through (top)'],
];

const plugin: Plugin<unknown> = {
  ref: apiRef('polls'),
  home: new URL('./', import.meta.url),
  start: () => ({ api: {} }),
};
const closed = defineEvent({
  name: 'polls.closed',
  payload: z.object({ id: z.uuid() }),
  sample: { id: 'x' },
  streamOf: () => 'x',
});
const migration = { up: async () => undefined, down: async () => undefined };

const pluginSins: readonly (readonly [
  sin: string,
  parts: Partial<Plugin<unknown>>,
  more: Partial<Parts<unknown>>,
  told: RegExp,
])[] = [
  ['whose event sample does not parse', { publishes: [closed] }, {}, /^event polls.closed: its sample does not parse/],
  [
    'with a problem without text',
    { problems: [defineProblem('polls/closed', 409)] },
    {},
    /^problem polls\/closed: no remedy in es$/,
  ],
  [
    'with the right of another',
    { permissions: [definePermission('forum.read', [])] },
    {},
    /forum.read does not begin with polls\./,
  ],
  [
    'with migrations out of order',
    {
      migrations: [
        { name: '2', ...migration },
        { name: '1', ...migration },
      ],
    },
    {},
    /not in the order/,
  ],
  [
    'with a schedule of another',
    {},
    { schedules: [{ name: 'tidy', everySeconds: 1, run: async () => undefined }] },
    /tidy does not begin/,
  ],
];

describe('What the product declares', () => {
  let app: App;
  before(async () => {
    const { config } = await emptyDatabase('SQLite', tablesOfProduct());
    app = await createApp(testConfig(config), { migrate: false });
  });
  after(() => app.close());

  it('is complete for every route', () => {
    expect(app.routes.length).to.be.greaterThan(30);
    expect(routeFaults(app.routes)).to.deep.equal([]);
  });

  it('says of every route about a person whose data it shows or changes, in words of every language', () => {
    expect(aboutFaults(app.routes, app.texts)).to.deep.equal([]);
  });

  it('is found wanting when a route about a person does not say so, or has no words for it', () => {
    const ofStudent = {
      ...sound,
      path: '/polls/:studentId',
      params: z.strictObject({ studentId: z.uuid() }),
      handle: async () => ({ id: '' }),
    };
    const told = aboutFaults(
      [
        { plugin: 'polls', route: ofStudent },
        { plugin: 'polls', route: { ...ofStudent, about: { what: 'polls.read', whose: () => [] } } },
      ],
      app.texts,
    );
    expect(told).to.deep.equal([
      'getPoll names a person, but not whose data it shows or changes (about)',
      'getPoll: no words for polls.read in ru',
      'getPoll: no words for polls.read in es',
      'getPoll: no words for polls.read in en',
    ]);
  });

  it('is complete for every event, problem, right and migration', () => {
    expect(pluginFaults(app.loaded, app.texts)).to.deep.equal([]);
  });

  it('is complete for every kind of mail', () => {
    expect(app.mails.length).to.be.greaterThan(0);
    expect(mailFaults(app.loaded)).to.deep.equal([]);
  });

  it('is complete for every kind of document: each renders in every language, readable and the same twice', async function () {
    this.timeout(180_000);
    expect(app.loaded.flatMap(({ parts }) => parts.documents ?? []).length).to.be.greaterThan(0);
    expect(await documentFaults(app.loaded, app)).to.deep.equal([]);
  });

  it('is found wanting when a document has no text in a language, or cannot be read by machines', async function () {
    this.timeout(60_000);
    const kind = defineDocument<string>({
      id: 'documents.unknown',
      data: z.string(),
      sample: 'x',
      compose: (_data, { say, language }) => ({
        title: language === 'ru' ? say('title') : 'Title',
        footer: '',
        // A sign of no language here: there is no glyph for it.
        blocks: [{ kind: 'paragraph', text: [{ text: language === 'es' ? '\u{13000}' : 'text' }] }],
      }),
    });
    const told = await documentFaults(
      [{ plugin: { ...plugin, ref: apiRef('documents') }, parts: { api: {}, documents: [kind] } }],
      app,
    );
    expect(told).to.deep.equal([
      'document documents.unknown: cannot be made in ru: Document documents.unknown: no text title in ru',
      'document documents.unknown: does not let “\u{13000}” be read in es',
    ]);
  });

  it('is found wanting when a mail is not written, or differs between languages', () => {
    const kind = defineMail({
      id: 'polls.closed',
      data: z.strictObject({ title: z.string() }),
      sample: { title: 'A' },
    });
    const told = mailFaults([{ plugin, parts: { api: {}, mails: [kind] } }], (_kind, language) => {
      if (language === 'es') throw new Error('no such file');
      return { subject: 'Closed', body: language === 'ru' ? '{{title}}' : '{{name}}' };
    });
    expect(told).to.deep.equal([
      'mail polls.closed: is not written in es',
      'mail polls.closed: en asks for {{name}}, which it is not given',
      'mail polls.closed: en does not use {{title}}',
    ]);
  });

  it('is told as an OpenAPI document that names every route', async () => {
    const { body } = await visitor(app).get('/api/openapi.json').expect(200);
    expect(openApiFaults(body)).to.deep.equal([]);
    const text = JSON.stringify(body);
    expect(app.routes.filter(({ route }) => !text.includes(`"operationId":"${route.operationId}"`))).to.deep.equal([]);
  });

  for (const [sin, routes, told] of routeSins)
    it(`is found wanting when a route ${sin}`, () => {
      expect(routeFaults(routes.map((route) => ({ plugin: 'polls', route })))).to.include(told);
    });

  it('is found wanting in nothing when a route is sound', () => {
    expect(routeFaults([{ plugin: 'polls', route: sound }])).to.deep.equal([]);
  });

  for (const [sin, parts, more, told] of pluginSins)
    it(`is found wanting in a plugin ${sin}`, () => {
      const faults = pluginFaults([{ plugin: { ...plugin, ...parts }, parts: { api: {}, ...more } }], app.texts);
      expect(
        faults.some((fault) => told.test(fault)),
        faults.join('\n'),
      ).to.equal(true);
    });

  it('is found wanting when the OpenAPI document is not whole', async () => {
    const { body } = await visitor(app).get('/api/openapi.json');
    const broken = structuredClone(body);
    delete broken.components.schemas.Problem;
    delete broken.paths['/api/people'].get.responses['200'];
    delete broken.paths['/api/people/{personId}'].get.parameters;
    broken.paths['/api/people'].post.operationId = 'listPeople';
    expect(openApiFaults(broken)).to.include.members([
      '#/components/schemas/Problem leads nowhere',
      'get /api/people: has not one success response',
      'get /api/people/{personId}: parameter personId is not declared',
      'listPeople is used twice',
    ]);
  });
});
