import { expect } from 'chai';
import { createKeeper } from '../jobs/keeper.ts';

describe('What keeps the best of a search', () => {
  it('saves what was offered last while the search goes on, one at a time', async () => {
    const saved: string[] = [];
    let tell: () => void = () => undefined;
    const isSaved = () => new Promise<void>((resolve) => (tell = resolve));
    const keeper = createKeeper<string>(async (value) => {
      saved.push(value);
      tell();
    }, 1);
    const first = isSaved();
    keeper.offer('good');
    keeper.offer('better');
    await first;
    expect(saved, 'before anybody finished or stopped it').to.deep.equal(['better']);
    const second = isSaved();
    keeper.offer('best');
    await second;
    await keeper.stop();
    expect(saved).to.deep.equal(['better', 'best']);
  });

  it('tells of a save that failed when it is finished', async () => {
    const keeper = createKeeper<string>(() => Promise.reject(new Error('The disk is full')), 1);
    keeper.offer('good');
    const failure = await keeper.finish('best').then(
      () => 'none',
      (reason: unknown) => String(reason),
    );
    expect(failure).to.include('The disk is full');
  });
});
