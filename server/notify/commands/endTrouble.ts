import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { notFound } from '../../http/problems.ts';
import type { NotifyParts } from '../parts.ts';
import { seeTroubles } from '../permissions.ts';
import { listTroubles } from '../queries/troubles.ts';
import type { TroubleList } from '../schemas.ts';
import { solveTrouble, troubleById } from '../store/troubles.ts';

/** Somebody has asked, and the address is right after all, or there is another way. */
export async function endTrouble(scope: WriteScope, parts: NotifyParts, id: string): Promise<TroubleList> {
  const trouble = await troubleById(scope.db, id);
  if (!trouble) throw new Problem(notFound);
  await parts.school.personAs(scope, seeTroubles, trouble.personId);
  await solveTrouble(scope.db, trouble.personId, trouble.channel, scope.now);
  return listTroubles(scope, parts);
}
