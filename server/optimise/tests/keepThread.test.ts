import { expect } from 'chai';
import { keepThread } from '../worker/keepThread.ts';

const counting = new URL('./tasks/counting.ts', import.meta.url);

const kept = (idleMs?: number) => keepThread<{ readonly how: string }, number, string>(counting, idleMs);

/** In an order that can be told afterwards. */
const failed = (promise: Promise<unknown>): Promise<string> => promise.then(String, (reason: Error) => reason.message);

describe('a kept thread', () => {
  it('runs its task once after the other in the same thread, each with its own progress', async () => {
    const thread = kept();
    const told: string[] = [];
    const names = await Promise.all(
      ['first', 'second', 'third'].map((name) => thread.run({ how: 'name' }, { onProgress: () => told.push(name) })),
    );
    expect(names[0]).to.match(/^thread [1-9]/);
    expect(new Set(names).size).to.equal(1);
    expect(told).to.deep.equal(['first', 'second', 'third']);
  });

  it('is another one after a run that threw, died or did not listen', async () => {
    const thread = kept();
    const names = [await thread.run({ how: 'name' })];
    for (const [how, why] of [
      ['throw', /task broke/],
      ['exit', /ended early with code 7/],
    ] as const) {
      expect(await failed(thread.run({ how }))).to.match(why);
      names.push(await thread.run({ how: 'name' }));
    }
    const deaf = thread.run({ how: 'deaf' }, { signal: AbortSignal.abort(), graceMs: 20 });
    expect(await failed(deaf)).to.match(/did not stop in time/);
    names.push(await thread.run({ how: 'name' }));
    expect(new Set(names).size).to.equal(4);
  });

  it('ends when nobody has asked for a while; whoever asks later gets another one', async () => {
    const thread = kept(0);
    const first = await thread.run({ how: 'name' });
    let later = first;
    while (later === first) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      later = await thread.run({ how: 'name' });
    }
    expect(later).to.match(/^thread [1-9]/);
  });
});
