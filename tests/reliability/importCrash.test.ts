import { expect } from 'chai';
import type { App } from '../../server/app.ts';
import { bytesAPiece } from '../../server/import/api.ts';
import { RunView } from '../../server/import/schemas/imports.ts';
import { type Dialected, eachDialect } from '../harness/eachDialect.ts';
import { isLong } from '../harness/isLong.ts';
import { testSchool } from '../harness/testSchool.ts';
import type { Answer, Client } from './processes/client.ts';
import { emptyPlace } from './processes/emptyPlace.ts';
import type { MomentName } from './processes/moments.ts';
import { jobDone, openApp, signedIn } from './processes/racingSchool.ts';
import { type Place, type ServerProcess, startServer } from './processes/serverProcess.ts';

/** Enough for several parts of what is written down, and few enough for a moment. */
const students = 600;

const csv = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const numbers = Array.from({ length: students }, (_, at) => at);
const files = [
  ['home-schools.csv', csv('id,name,zone', 'north,North School,Europe/Moscow')],
  ['groups.csv', csv('id,name,grade,zone,days,hours,minutes', '7a,7 A,7,Europe/Moscow,1-5,09:00|10:00,40')],
  [
    'students.csv',
    csv(
      'id,given_name,family_name,language,zone,home_school,grade,group',
      ...numbers.map((at) => `s${at},Ann,Antonova ${at},ru,Europe/Moscow,north,7,7a`),
    ),
  ],
].map(([name = '', text = '']) => ({ name, bytes: Buffer.from(text) }));
/** A home school, a group, its ten hours; a person, a student and a member for each. */
const changes = 12 + 3 * students;

eachDialect('An import whose process is killed', (dialected) => {
  /** Every moment in `npm run test:long`; every day the one at which most could be lost. */
  const order: readonly MomentName[] = isLong ? ['planning', 'storing', 'committing', 'committed'] : ['committing'];

  it('is wholly there or not at all, keeps its files and its preview, and is gone on with', async function () {
    this.timeout(600_000);
    const school = await imported(dialected);
    for (const moment of order) await school.diesAt(moment);
    await school.goesOn();
  });
});

async function imported(dialected: Dialected) {
  const place = await emptyPlace(dialected);
  const app = await openApp(place.database);
  dialected.keep(() => app.close());
  const admin = await testSchool(app).staff('admin');
  let runId = '';
  let applying = '';

  async function serving<T>(at: MomentName | undefined, work: (ask: Ask, server: ServerProcess) => Promise<T>) {
    const server = await started(place, at);
    dialected.keep(server.stop);
    const client = await signedIn(app, server.url, admin.id);
    await forgetLeases(app);
    return work(askingOf(client, server.url), server);
  }

  /** Uploads, or goes on after a crash, until the preview is there. */
  async function previewed(ask: Ask): Promise<RunView> {
    runId ||= await begun(ask);
    await ask.done((await ask.run(runId)).jobId);
    const run = await ask.run(runId);
    expect(run).to.deep.include({ state: 'open' });
    expect(run.summary).to.deep.include({ changes, faults: 0 });
    expect(await count(app, 'import_change')).to.equal(changes);
    return run;
  }

  return {
    async diesAt(moment: MomentName): Promise<void> {
      await serving(moment, async (ask, server) => {
        if (moment === 'planning') runId = await begun(ask);
        else if (!applying) {
          const { fingerprint } = await previewed(ask);
          applying = (await ask.to('POST', `/import/runs/${runId}/apply`, { fingerprint })).as(RunView).jobId ?? '';
        }
        await server.ended();
      });
      if (moment === 'committed') await isWhole(app, 'applied');
      else await isUntouched(app, moment === 'planning' ? undefined : changes);
      // Until its lease has run out, whoever looks sees a job that has not ended; its files are kept for the next run.
      expect(await app.database.reader('jobs_job').where({ state: 'running' }).pluck('kind')).to.deep.equal([
        moment === 'planning' ? 'import.plan' : 'import.apply',
      ]);
      expect(await count(app, 'import_piece')).to.equal(files.length);
    },

    /** A server that lives takes up what was left, and leaves nothing over. */
    goesOn: () =>
      serving(undefined, async (ask) => {
        await ask.done(applying);
        await isWhole(app, (await ask.run(runId)).state);
        expect(await count(app, 'import_piece')).to.equal(0);
        expect(await app.database.reader('import_said').distinct('number').pluck('number')).to.deep.equal([1]);
        const undo = (await ask.to('POST', `/import/runs/${runId}/undo`)).as(RunView);
        await ask.done(undo.jobId);
        expect(await peopleIn(app)).to.equal(0);
      }),
  };
}

const started = (place: Place, at: MomentName | undefined): Promise<ServerProcess> =>
  at
    ? startServer({ ...place, env: { DIES_AT: at } }, new URL('./dyingServer.ts', import.meta.url))
    : startServer(place);

interface Ask {
  to(method: string, path: string, body?: unknown): Promise<Answer>;
  run(id: string): Promise<RunView>;
  done(jobId: string | null): Promise<void>;
}

const askingOf = (client: Client, url: string): Ask => {
  const to: Ask['to'] = (method, path, body) => client.ask(url, method, path, { body });
  return {
    to,
    run: async (id) => (await to('GET', `/import/runs/${id}`)).as(RunView),
    done: (jobId) => jobDone(client, url, jobId ?? ''),
  };
};

/** Uploads the files as the page does, and has them planned; the server may be gone before it has answered. */
async function begun(ask: Ask): Promise<string> {
  const announced = files.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
  const { id } = (await ask.to('POST', '/import/runs', { files: announced })).as(RunView);
  for (const [file, { bytes }] of files.entries()) {
    expect(bytes.length).to.be.below(bytesAPiece);
    await ask.to('PUT', `/import/runs/${id}/pieces`, { file, nth: 0, data: bytes.toString('base64') });
  }
  await ask.to('POST', `/import/runs/${id}/plan`, {}).catch(() => undefined);
  return id;
}

const count = async ({ database }: App, table: string): Promise<number> => {
  const [row]: { count: number }[] = await database.reader(table).count({ count: '*' });
  return Number(row?.count);
};

const peopleIn = async ({ database }: App): Promise<number> =>
  (await database.reader('people_person').whereNotNull('externalId').pluck('id')).length;

async function isUntouched(app: App, planned: number | undefined): Promise<void> {
  expect(await peopleIn(app)).to.equal(0);
  for (const table of ['people_student', 'school_group', 'school_group_member', 'events_event'])
    expect({ table, rows: await count(app, table) }).to.deep.equal({ table, rows: 0 });
  expect(await app.database.reader('import_run').pluck('state')).to.deep.equal(['open']);
  if (planned !== undefined) expect(await count(app, 'import_change')).to.equal(planned);
}

async function isWhole(app: App, state: string): Promise<void> {
  expect(state).to.equal('applied');
  expect(await peopleIn(app)).to.equal(students);
  for (const table of ['people_student', 'school_group_member'])
    expect({ table, rows: await count(app, table) }).to.deep.equal({ table, rows: students });
}

/** As if half a minute had passed since the crash, and it were the first one: then another run takes the job up. */
async function forgetLeases({ database }: App): Promise<void> {
  await database.write((trx) =>
    trx('jobs_job')
      .whereNotNull('leaseId')
      .update({ leaseEndsAt: new Date(0), attempts: 1 }),
  );
}
