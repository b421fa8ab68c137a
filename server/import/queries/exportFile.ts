import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { runAs } from '../access/runAs.ts';
import { exportNotReady } from '../problems.ts';
import { runSources } from './runSources.ts';

/** The bytes of a finished export. */
export async function exportFile(scope: ReadScope, id: string): Promise<Uint8Array> {
  const run = await runAs(scope, 'export', id);
  const [file] = await runSources(scope, run);
  if (run.fingerprint !== 'ready' || !file) throw new Problem(exportNotReady);
  return file.bytes;
}
