import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { personOfStopToken } from '../compose/stopToken.ts';
import { stopLinkBroken } from '../problems.ts';
import type { MailChoice } from '../schemas.ts';
import { saveChoice } from '../store/choices.ts';

/** How the actor wants to get notices from now on. */
export async function chooseNotices(scope: WriteScope, { notices }: MailChoice): Promise<MailChoice> {
  await saveChoice(scope.db, scope.actor.personId, notices, scope.now);
  return { notices };
}

/** Switches notices by mail off for the person whose mail this token stood in. */
export async function stopNotices(
  scope: WriteScope,
  secret: string,
  token: string,
  exists: (personId: string) => Promise<boolean>,
): Promise<MailChoice> {
  const personId = personOfStopToken(secret, token);
  if (!personId || !(await exists(personId))) throw new Problem(stopLinkBroken);
  await saveChoice(scope.db, personId, 'never', scope.now);
  return { notices: 'never' };
}
