import type { ReadScope } from '../../host/scope.ts';
import type { PeopleApi } from '../../people/api.ts';
import { loginPrefix, suggestLogin } from '../domain/login.ts';
import type { CodeView } from '../schemas.ts';
import { accountOfPerson, loginsLike } from '../store/accounts.ts';
import type { CodeRow } from '../store/codes.ts';

/** What whoever holds a code learns from it: no more than what its card says, and what they may do. */
export async function codeView(scope: ReadScope, people: PeopleApi, code: CodeRow): Promise<CodeView> {
  const { db, actor, now } = scope;
  const [person] = await people.peopleByIds(db, [code.personId]);
  const name = { givenName: person?.givenName ?? '', familyName: person?.familyName ?? '' };
  const children = await people.childrenOf({ db, now }, code.personId);
  const cards = await people.peopleByIds(
    db,
    children.map(({ studentId }) => studentId),
  );
  const isOfGuardian = code.purpose === 'family' || children.length > 0;
  const isStudent = actor.grants.some(({ role }) => role === 'student');
  const account = code.purpose === 'reset' ? await accountOfPerson(db, code.personId) : undefined;
  return {
    purpose: code.purpose,
    name: person?.name ?? '',
    children: code.purpose === 'family' ? [name.givenName] : cards.map(({ givenName }) => givenName),
    login: account?.login ?? null,
    suggestedLogin: code.purpose === 'invitation' ? suggestLogin(name, await loginsLike(db, loginPrefix(name))) : null,
    expiresAt: code.expiresAt.toISOString(),
    may: { join: actor.kind === 'person' && isOfGuardian && !isStudent && actor.personId !== code.personId },
  };
}
