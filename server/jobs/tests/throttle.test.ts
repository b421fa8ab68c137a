import { expect } from 'chai';
import { eventually } from '../../events/tests/eventually.ts';
import { createThrottle } from '../throttle.ts';

describe('A throttle', () => {
  it('sends the first at once and then only the latest', async () => {
    const sent: number[] = [];
    const throttle = createThrottle<number>(20, async (value) => void sent.push(value));
    for (const value of [1, 2, 3, 4]) throttle.offer(value);
    await eventually('the latest is sent', () => sent.includes(4));
    expect(sent).to.deep.equal([1, 4]);
    await throttle.close();
  });

  it('drops what waits when it is closed', async () => {
    const sent: number[] = [];
    const throttle = createThrottle<number>(1000, async (value) => void sent.push(value));
    throttle.offer(1);
    throttle.offer(2);
    await throttle.close();
    expect(sent).to.deep.equal([1]);
  });
});
