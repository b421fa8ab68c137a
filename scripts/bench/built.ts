import { spawnSync } from 'node:child_process';
import { isFresh } from '../isBuilt.mjs';

/** Built code is what is measured: the sources as tsx runs them take about twice as long. */
export function build(): void {
  if (isFresh()) return;
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The build failed');
}
