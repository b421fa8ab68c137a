import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { changedMeanwhile } from '../../http/problems.ts';
import { refusing } from '../../http/refusing.ts';
import type { Audience, GuideText } from '../schemas.ts';
import { insertVersion, latestVersion } from '../store/versions.ts';

/** Keeps the school's own text as a new version; `ifMatch` is the revision that its author saw. */
export async function saveGuide(
  scope: WriteScope,
  audience: Audience,
  text: GuideText,
  ifMatch: number,
): Promise<void> {
  const before = (await latestVersion(scope.db, audience, text.language))?.revision ?? 0;
  if (before !== ifMatch) throw new Problem(changedMeanwhile, { revision: before });
  const version = { ...text, id: scope.newId(), audience, revision: before + 1 };
  await refusing(
    insertVersion(scope.db, { ...version, changedById: scope.actor.personId || null, changedAt: scope.now }),
    [{ guard: 'guides_version.revision', problem: changedMeanwhile }],
  );
}
