import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { IntroductionParts } from '../parts.ts';
import { showPhoto, takePhoto } from '../permissions.ts';
import { consentOfGuardian } from '../problems.ts';

type Parts = Pick<IntroductionParts, 'people' | 'school'>;

const isStudent = async ({ db }: ReadScope, { people }: Parts, personId: string): Promise<boolean> =>
  (await people.studentsByIds(db, [personId])).length > 0;

/** Adults show their own photograph; that of a student is shown by a guardian who may act. */
export async function mustShowPhoto(scope: ReadScope, parts: Parts, personId: string): Promise<void> {
  const isOwn = personId === scope.actor.personId;
  if (isOwn && (await isStudent(scope, parts, personId))) throw new Problem(consentOfGuardian);
  if (!isOwn) await parts.school.studentToActFor(scope, showPhoto, personId);
}

/** Consent is taken back by whoever gave it, by the person, and by the office. */
export async function mustTakePhoto(scope: ReadScope, parts: Parts, personId: string): Promise<void> {
  if (personId === scope.actor.personId) return;
  await parts.school.personAs(scope, takePhoto, personId);
  if (await isStudent(scope, parts, personId)) await parts.school.studentToActFor(scope, takePhoto, personId);
}

/** Whether such a check lets through. */
export async function lets(check: Promise<void>): Promise<boolean> {
  try {
    await check;
    return true;
  } catch (reason) {
    if (reason instanceof Problem) return false;
    throw reason;
  }
}
