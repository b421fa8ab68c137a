import { expect } from 'chai';
import { fitted } from '../shrinkPicture.ts';

describe('A picture before it is sent', () => {
  const sizes = [
    [4000, 3000, 1920, 1440],
    [3000, 4000, 1440, 1920],
    [800, 600, 800, 600],
    [20_000, 3, 1920, 1],
  ] as const;
  for (const [width, height, fittedWidth, fittedHeight] of sizes)
    it(`of ${width} by ${height} goes as ${fittedWidth} by ${fittedHeight}`, () => {
      expect(fitted(width, height)).to.deep.equal({ width: fittedWidth, height: fittedHeight });
    });
});
