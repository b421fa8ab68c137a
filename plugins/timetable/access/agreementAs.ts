import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { answerAgreement } from '../permissions.ts';
import { agreementUnknown } from '../problems.ts';
import { type AgreementRow, agreementById } from '../store/agreements.ts';

/** Home schools for which the actor answers; undefined: for all of them. */
export function homeSchoolsAnsweredFor({ actor }: Pick<ReadScope, 'actor'>): readonly string[] | undefined {
  const scopes = scopesOf(actor, answerAgreement);
  if (scopes.some(({ kind }) => kind === 'everything')) return undefined;
  return scopes.flatMap((scope) => (scope.kind === 'home-school' ? [scope.id] : []));
}

/** What a home school was asked, if the actor answers for it. Nobody else learns of it. */
export async function agreementAs(scope: ReadScope, id: string): Promise<AgreementRow> {
  const agreement = await agreementById(scope.db, id);
  const own = homeSchoolsAnsweredFor(scope);
  if (!agreement || (own && !own.includes(agreement.homeSchoolId))) throw new Problem(agreementUnknown, { id });
  return agreement;
}
