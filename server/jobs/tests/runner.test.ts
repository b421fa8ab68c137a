import { expect } from 'chai';
import { z } from 'zod';
import { eachDialect } from '../../../tests/harness/eachDialect.ts';
import { tablesOf } from '../../../tests/harness/template.ts';
import { type Actor, nobody } from '../../access/actor.ts';
import { connect } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { createEventsModule } from '../../events/plugin.ts';
import { indexReactions } from '../../events/reactionIndex.ts';
import { eventually } from '../../events/tests/eventually.ts';
import { type Miniature, miniature, recordingLog } from '../../events/tests/miniature.ts';
import { counted, effects, probe } from '../../events/tests/probe.ts';
import { defineProblem, Problem } from '../../http/problem.ts';
import { type Bus, createBus } from '../../realtime/bus.ts';
import type { BusMessage } from '../../realtime/message.ts';
import { cancelJob } from '../commands/cancelJob.ts';
import { defineJob, type JobContext, type JobKind } from '../job.ts';
import { jobsModule } from '../plugin.ts';
import { showJob } from '../queries/showJob.ts';
import { createJobRunner, type JobRunner } from '../runner.ts';
import type { JobView } from '../schemas.ts';
import { jobTopic } from '../topics.ts';

const modules = [createEventsModule(() => indexReactions([])), jobsModule, probe];
const owner = '01990000-0000-7000-8000-000000000001';
const stranger = '01990000-0000-7000-8000-000000000002';
const person = (personId: string): Actor => ({ ...nobody('en'), kind: 'person', personId });

type Doubling = JobKind<{ readonly number: number }>;

const doubling = (run: (context: JobContext, number: number) => Promise<unknown>): Doubling =>
  defineJob({
    name: 'probe.double',
    input: z.strictObject({ number: z.number() }),
    run: (context, { number }) => run(context, number),
  });

const double = doubling(async (_, number) => ({ doubled: number * 2 }));

/** A job that waits until it is told to go on, or to stop. */
function waiting(afterwards: (context: JobContext) => Promise<unknown> = async () => null) {
  const contexts: JobContext[] = [];
  const kind = doubling(async (context) => {
    contexts.push(context);
    await new Promise<void>((resolve) => {
      context.signal.addEventListener('abort', () => resolve());
    });
    return afterwards(context);
  });
  return { kind, contexts };
}

/** Makes a bus of one process only, which hears nothing of the others. */
const connectless: Database = {
  dialect: 'sqlite',
  get reader(): never {
    throw new Error('not used');
  },
  get writer(): never {
    throw new Error('not used');
  },
  write: () => Promise.reject(new Error('not used')),
  whileIdle: () => Promise.reject(new Error('not used')),
  close: async () => undefined,
};

eachDialect('Jobs', ({ keep, empty }) => {
  interface Set extends Miniature {
    readonly bus: Bus;
    newBus(): Promise<Bus>;
  }

  async function set(): Promise<Set> {
    const { config } = await empty(tablesOf(modules));
    const database: Database = connect(config);
    keep(() => database.close());
    const newBus = async (): Promise<Bus> => {
      const url = config.dialect === 'postgres' ? { url: config.url } : {};
      const bus = createBus(database, { ...url, log: recordingLog() });
      await bus.start();
      keep(() => bus.close());
      return bus;
    };
    const bus = await newBus();
    return { ...miniature({ database, bus }), bus, newBus };
  }

  function runnerOf(mini: Set, kind: Doubling, { bus = mini.bus, pollMs = 20 } = {}): JobRunner {
    const runner = createJobRunner({ ...mini, bus, kinds: [kind], concurrency: 2, pollMs });
    keep(() => runner.stop());
    return runner;
  }

  const enqueue = (mini: Set, number = 21): Promise<string> =>
    mini.scopes.inWrite(person(owner), async (scope) => scope.enqueue(double, { number }));
  const show = (mini: Set, id: string): Promise<JobView> =>
    mini.scopes.inRead(person(owner), (scope) => showJob(scope, { id }));
  const cancel = (mini: Set, id: string): Promise<JobView> =>
    mini.scopes.inWrite(person(owner), (scope) => cancelJob(scope, { id }));

  it('run once after the commit and keep what they returned', async () => {
    const mini = await set();
    const id = await enqueue(mini);
    expect(await show(mini, id)).to.include({ state: 'queued', startedAt: null, result: null });
    await Promise.all([runnerOf(mini, double).idle(), runnerOf(mini, double).idle()]);
    const shown = await show(mini, id);
    expect(shown).to.deep.include({ state: 'done', result: { doubled: 42 }, may: { cancel: false } });
    expect(shown.finishedAt).to.equal(mini.clock().toISOString());
  });

  it('are each begun once when several processes compete', async () => {
    const mini = await set();
    const begun: string[] = [];
    const kind = doubling(async ({ jobId }) => begun.push(jobId));
    const ids = new Set<string>();
    for (let times = 0; times < 24; times++) ids.add(await enqueue(mini));
    await Promise.all([1, 2, 3, 4].map(() => runnerOf(mini, kind).idle()));
    expect(begun).to.have.length(24);
    expect(new Set(begun)).to.deep.equal(ids);
  });

  it('are nobody else’s business', async () => {
    const mini = await set();
    const id = await enqueue(mini);
    const asked = mini.scopes.inRead(person(stranger), (scope) => showJob(scope, { id }));
    expect(await asked.catch((reason: Error) => reason.message)).to.equal('jobs/unknown');
    const cancelled = mini.scopes.inWrite(person(stranger), (scope) => cancelJob(scope, { id }));
    expect(await cancelled.catch((reason: Error) => reason.message)).to.equal('jobs/unknown');
    const mayWatch = (who: string, key: string) =>
      mini.scopes.inRead(person(who), (scope) => jobTopic.mayWatch(scope, key));
    expect(await mayWatch(owner, id)).to.equal(true);
    expect(await mayWatch(stranger, id)).to.equal(false);
    expect(await mayWatch(owner, 'not an id')).to.equal(false);
  });

  it('store progress and push it', async () => {
    const mini = await set();
    const heard: BusMessage[] = [];
    mini.bus.onMessage((message) => void heard.push(message));
    const kind = doubling(async (context) => {
      context.report({ done: 1, total: 4 });
      context.report({ done: 2, total: 4 });
      await eventually('progress is stored', async () => (await show(mini, context.jobId)).progress !== null);
      context.report({ done: 4, total: 4 });
      return null;
    });
    const id = await enqueue(mini);
    await runnerOf(mini, kind).idle();
    expect((await show(mini, id)).progress).to.deep.equal({ done: 4, total: 4 });
    await eventually('progress was pushed', () => heard.some((one) => 'hint' in one && one.hint !== undefined));
    expect(heard).to.deep.include({ topic: 'jobs.job', key: id, hint: { done: 1, total: 4 } });
  });

  it('write in transactions of their own', async () => {
    const mini = await set();
    const kind = doubling(async (context, number) => {
      await context.write(async (scope) => {
        await scope.db('probe_effect').insert({ stream: 'a', number });
        scope.emit(counted, { stream: 'a', number });
      });
      return context.read(({ db }) => effects(db));
    });
    const id = await enqueue(mini, 7);
    await runnerOf(mini, kind).idle();
    expect((await show(mini, id)).result).to.equal('a7');
  });

  it('are cancelled while they wait, and never begun', async () => {
    const mini = await set();
    const id = await enqueue(mini);
    expect((await cancel(mini, id)).state).to.equal('cancelled');
    expect((await cancel(mini, id)).state).to.equal('cancelled');
    const { kind, contexts } = waiting();
    await runnerOf(mini, kind).idle();
    expect(contexts).to.deep.equal([]);
  });

  const neverMs = 1_000_000;
  for (const { way, options } of [
    { way: 'at once through the bus', options: { pollMs: neverMs } },
    { way: 'by looking, when the message was lost', options: { bus: createBus(connectless, { log: recordingLog() }) } },
  ])
    it(`are cancelled while they run, ${way}`, async () => {
      const mini = await set();
      const { kind, contexts } = waiting((context) =>
        context.write(async (scope) => scope.db('probe_effect').insert({ stream: 'late', number: 1 })),
      );
      const id = await enqueue(mini);
      runnerOf(mini, kind, options).start();
      await eventually('the job runs', () => contexts.length === 1);
      await cancel(mini, id);
      await eventually('the job hears of it', () => contexts[0]?.signal.aborted === true);
      expect((await show(mini, id)).state).to.equal('cancelled');
      expect(await effects(mini.database.reader)).to.equal('');
    });

  it('cannot be cancelled after their end', async () => {
    const mini = await set();
    const id = await enqueue(mini);
    await runnerOf(mini, double).idle();
    expect(await cancel(mini, id).catch((reason: Error) => reason.message)).to.equal('jobs/finished');
  });

  it('are taken up by another process when theirs is not heard of, and the first can write no more', async () => {
    const mini = await set();
    let tryToWrite: (() => Promise<unknown>) | undefined;
    const hanging = doubling((context) => {
      tryToWrite = () => context.write(async (scope) => scope.db('probe_effect').insert({ stream: 'dead', number: 1 }));
      return new Promise(() => undefined);
    });
    const id = await enqueue(mini);
    void createJobRunner({ ...mini, kinds: [hanging], concurrency: 1 }).idle();
    await eventually('the first begins', () => tryToWrite !== undefined);

    const second = runnerOf(mini, double);
    await second.idle();
    expect((await show(mini, id)).state).to.equal('running');
    mini.advance(31);
    await second.idle();
    expect(await show(mini, id)).to.deep.include({ state: 'done', result: { doubled: 42 } });
    const refused = await tryToWrite?.().catch((reason: Error) => reason.message);
    expect(refused).to.include('lost');
    expect(await effects(mini.database.reader)).to.equal('');
  });

  it('keep their lease as long as their process lives', async () => {
    const mini = await set();
    const { kind, contexts } = waiting();
    const id = await enqueue(mini);
    runnerOf(mini, kind).start();
    await eventually('the job runs', () => contexts.length === 1);
    const leaseEnd = async (): Promise<number> =>
      (await mini.database.reader('jobs_job').first()).leaseEndsAt.getTime();
    const before = await leaseEnd();
    mini.advance(15);
    await eventually('the lease is renewed', async () => (await leaseEnd()) > before);
    await runnerOf(mini, double).idle();
    expect((await show(mini, id)).state).to.equal('running');
  });

  it('go back to the queue when their process stops', async () => {
    const mini = await set();
    const { kind, contexts } = waiting(async (context) => context.signal.throwIfAborted());
    const id = await enqueue(mini);
    const runner = runnerOf(mini, kind);
    runner.start();
    await eventually('the job runs', () => contexts.length === 1);
    await runner.stop();
    expect((await show(mini, id)).state).to.equal('queued');
    expect((await mini.database.reader('jobs_job').first()).attempts).to.equal(0);
    await runnerOf(mini, double).idle();
    expect((await show(mini, id)).state).to.equal('done');
  });

  it('end at once with a problem that they refuse with', async () => {
    const mini = await set();
    const kind = doubling(async () => {
      throw new Problem(defineProblem('probe/too-odd', 409));
    });
    const id = await enqueue(mini);
    await runnerOf(mini, kind).idle();
    expect(await show(mini, id)).to.include({ state: 'failed', problem: 'probe/too-odd', result: null });
  });

  it('are begun again when they break, three times at most', async () => {
    const mini = await set();
    let begun = 0;
    const kind = doubling(async () => {
      begun++;
      throw new Error('the secret is Heron');
    });
    const id = await enqueue(mini);
    const runner = runnerOf(mini, kind);
    for (let times = 0; times < 5; times++) {
      await runner.idle();
      mini.advance(60);
    }
    expect(begun).to.equal(3);
    expect(await show(mini, id)).to.include({ state: 'failed', problem: 'jobs/broken' });
    expect(mini.lines.map(({ level }) => level)).to.deep.equal(['warn', 'warn', 'error']);
    expect(JSON.stringify(mini.lines)).not.to.include('Heron');
  });

  it('are given up when their process ends each time', async () => {
    const mini = await set();
    const id = await enqueue(mini);
    await mini.database.write((trx) => trx('jobs_job').update({ attempts: 3 }));
    await runnerOf(mini, double).idle();
    expect(await show(mini, id)).to.include({ state: 'failed', problem: 'jobs/abandoned' });
  });
});
