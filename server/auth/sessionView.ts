import type { Actor } from '../access/actor.ts';
import { may } from '../access/actor.ts';
import type { Config } from '../config.ts';
import type { Installation } from '../host/installation.ts';
import type { ReadScope } from '../host/scope.ts';
import type { PeopleApi } from '../people/api.ts';
import type { SessionView } from './schemas.ts';

/** Where the view's facts about the installation come from. */
export interface ViewParts {
  readonly config: Config;
  readonly people: PeopleApi;
  installation(): Installation;
}

export async function sessionView(
  scope: ReadScope,
  actor: Actor,
  { config, people, installation }: ViewParts,
): Promise<SessionView> {
  const [person] = actor.kind === 'person' ? await people.peopleByIds(scope.db, [actor.personId]) : [];
  const { permissions, plugins } = installation();
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
    permissions: permissions.filter((permission) => may(actor, permission)).map(({ id }) => id),
    plugins: plugins.map(({ ref }) => ref.plugin),
    mode: config.mode,
    language: config.language,
    awaits: null,
    heldBack: actor.heldBack ?? null,
    viewAs: actor.viewAs ?? null,
    provider: config.oidc && { label: config.oidc.label },
  };
}
