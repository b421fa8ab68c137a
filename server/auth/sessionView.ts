import type { Actor } from '../access/actor.ts';
import { may } from '../access/actor.ts';
import type { Permission } from '../access/permission.ts';
import type { Language } from '../host/language.ts';
import type { ReadScope } from '../host/scope.ts';
import type { PeopleApi } from '../people/api.ts';
import type { SessionView } from './schemas.ts';

/** What the shell must know of this installation. */
export interface Installation {
  readonly permissions: readonly Permission[];
  readonly plugins: readonly string[];
  readonly mode: SessionView['mode'];
  readonly language: Language;
}

export async function sessionView(
  scope: ReadScope,
  actor: Actor,
  people: PeopleApi,
  installation: Installation,
): Promise<SessionView> {
  const [person] = actor.kind === 'person' ? await people.peopleByIds(scope.db, [actor.personId]) : [];
  return {
    person: person
      ? {
          id: person.id,
          givenName: person.givenName,
          familyName: person.familyName,
          language: person.language,
          zone: person.zone,
        }
      : null,
    roles: actor.grants.map(({ role, scope: reach }) => ({
      role,
      scopeKind: reach.kind,
      scopeId: 'id' in reach ? reach.id : null,
    })),
    permissions: installation.permissions.filter((permission) => may(actor, permission)).map(({ id }) => id),
    plugins: [...installation.plugins],
    mode: installation.mode,
    language: installation.language,
  };
}
