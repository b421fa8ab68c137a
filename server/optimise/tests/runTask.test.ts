import { expect } from 'chai';
import { quickest } from '../../../tests/harness/quickest.ts';
import { runTask, TaskCancelled } from '../worker/runTask.ts';

const counting = new URL('./tasks/counting.ts', import.meta.url);

async function refusalOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it resolved');
}

describe('a task in a worker thread', function () {
  this.timeout(20_000);

  it('returns its result and tells its progress', async () => {
    const told: number[] = [];
    expect(await runTask(counting, { how: 'return' }, { onProgress: (count: number) => told.push(count) })).to.equal(
      'done',
    );
    expect(told).to.deep.equal([1]);
  });

  it('rejects when the task throws, the thread ends or the module is missing', async () => {
    expect(await refusalOf(runTask(counting, { how: 'throw' }))).to.have.property('message', 'the task broke');
    expect(String(await refusalOf(runTask(counting, { how: 'exit' })))).to.match(/code 7/);
    expect(await refusalOf(runTask(new URL('./tasks/none.ts', import.meta.url), {}))).to.be.instanceOf(Error);
  });

  it('returns the best so far within 200 ms of being cancelled', async () => {
    const took = await quickest(200, async () => {
      const cancel = new AbortController();
      let cancelledAt = 0;
      const onProgress = (): void => {
        cancelledAt = performance.now();
        cancel.abort();
      };
      expect(await runTask(counting, { how: 'until-stopped' }, { signal: cancel.signal, onProgress })).to.equal(
        'best so far',
      );
      return performance.now() - cancelledAt;
    });
    expect(took).to.be.lessThan(200);
  });

  it('ends a thread that does not listen', async () => {
    const signal = AbortSignal.abort();
    expect(await refusalOf(runTask(counting, { how: 'deaf' }, { signal, graceMs: 50 }))).to.be.instanceOf(
      TaskCancelled,
    );
  });

  it('rejects when the listener throws', async () => {
    const onProgress = (): void => {
      throw new Error('the listener broke');
    };
    expect(String(await refusalOf(runTask(counting, { how: 'until-stopped' }, { onProgress })))).to.match(
      /listener broke/,
    );
  });
});
