import { expect } from 'chai';
import { eachDatabase } from '../../../tests/harness/eachDatabase.ts';
import { createEventsModule } from '../../events/plugin.ts';
import { indexReactions } from '../../events/reactionIndex.ts';
import { type Miniature, miniature } from '../../events/tests/miniature.ts';
import { effects, probe } from '../../events/tests/probe.ts';
import { nextRun } from '../domain/nextRun.ts';
import type { Schedule } from '../job.ts';
import { jobsModule } from '../plugin.ts';
import { createScheduler } from '../schedules.ts';

const modules = [createEventsModule(() => indexReactions([])), jobsModule, probe];

const everyMinute = (afterwards: () => void = () => undefined): Schedule => ({
  name: 'probe.minute',
  everySeconds: 60,
  async run({ db }) {
    await db('probe_effect').insert({ stream: 'a', number: 1 });
    afterwards();
  },
});

eachDatabase('Schedules', (open) => {
  const set = async (): Promise<Miniature> => miniature({ database: await open(modules) });

  it('run once per due time, however many processes there are', async () => {
    const mini = await set();
    const schedulers = [1, 2, 3, 4].map(() => createScheduler({ ...mini, schedules: [everyMinute()] }));
    const allIdle = () => Promise.all(schedulers.map((scheduler) => scheduler.idle()));
    await allIdle();
    expect(await effects(mini.database.reader)).to.equal('');
    mini.advance(60);
    await allIdle();
    expect(await effects(mini.database.reader)).to.equal('a1');
    await allIdle();
    mini.advance(60);
    await allIdle();
    expect(await effects(mini.database.reader)).to.equal('a1 a1');
    expect(mini.lines).to.deep.equal([]);
  });

  it('make up once for all the times that were missed', async () => {
    const mini = await set();
    const scheduler = createScheduler({ ...mini, schedules: [everyMinute()] });
    await scheduler.idle();
    mini.advance(3600);
    await scheduler.idle();
    await scheduler.idle();
    expect(await effects(mini.database.reader)).to.equal('a1');
  });

  it('do much in parts at once, each in a transaction of its own, and then wait for their next time', async () => {
    const mini = await set();
    let parts = 0;
    const inParts: Schedule = {
      ...everyMinute(),
      async run({ db }) {
        await db('probe_effect').insert({ stream: 'a', number: ++parts });
        if (parts === 2) throw new Error('not yet');
        return parts === 4 ? undefined : 'more';
      },
    };
    const [first, second] = [1, 2].map(() => createScheduler({ ...mini, schedules: [inParts] }));
    await first?.idle();
    mini.advance(60);
    // Another one could go on before it is known that the second part failed.
    await first?.idle();
    expect(await effects(mini.database.reader)).to.equal('a1');
    mini.advance(60);
    // Whoever begins goes on to the end; there is nothing left for the others.
    await first?.idle();
    expect(await effects(mini.database.reader)).to.equal('a1 a3 a4');
    await Promise.all([first?.idle(), second?.idle()]);
    expect(await effects(mini.database.reader)).to.equal('a1 a3 a4');
  });

  it('take back what a failed run did, and try again', async () => {
    const mini = await set();
    let failures = 0;
    const schedule = everyMinute(() => {
      if (++failures === 1) throw new Error('not yet');
    });
    const scheduler = createScheduler({ ...mini, schedules: [schedule] });
    await scheduler.idle();
    mini.advance(60);
    await scheduler.idle();
    await scheduler.idle();
    expect(await effects(mini.database.reader)).to.equal('');
    expect(mini.lines).to.have.length(1);
    mini.advance(60);
    await scheduler.idle();
    expect(await effects(mini.database.reader)).to.equal('a1');
  });
});

describe('The next time of a schedule', () => {
  const at = (time: string): Date => new Date(`2026-09-01T${time}Z`);
  for (const { now, next } of [
    { now: '08:00:00', next: '08:01:00' },
    { now: '08:00:59', next: '08:01:00' },
    { now: '08:01:00', next: '08:02:00' },
    { now: '09:30:30', next: '09:31:00' },
    { now: '07:00:00', next: '08:01:00' },
  ])
    it(`is ${next} at ${now}, when 08:00 was due`, () => {
      expect(nextRun(at('08:00:00'), 60, at(now))).to.deep.equal(at(next));
    });
});
