import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { runAs } from '../access/runAs.ts';
import { exportNotReady, runUnknown } from '../problems.ts';
import { runSources } from './runSources.ts';

/** The bytes of a finished export; only whoever asked for it gets it. */
export async function exportFile(scope: ReadScope, id: string): Promise<Uint8Array> {
  const run = await runAs(scope, 'export', id);
  if (run.ownerId !== (scope.actor.personId || null)) throw new Problem(runUnknown);
  const [file] = await runSources(scope, run);
  if (run.fingerprint !== 'ready' || !file) throw new Problem(exportNotReady);
  return file.bytes;
}
