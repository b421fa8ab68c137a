import type { Language } from '../host/language.ts';
import type { Permission } from './permission.ts';
import { anyone, signedIn } from './permission.ts';
import type { Grant, Role, RoleScope } from './roles.ts';

/** What a session has proven of the person who uses it. */
export interface Proof {
  /** A password, a code or the provider was asked for within the last minutes (`STEP_UP_MINUTES`). */
  readonly isRecent: boolean;
  readonly secondFactor: boolean;
}

/** Who acts: a signed-in person, nobody (public routes), or the system itself (jobs, reactions, command line). */
export interface Actor {
  readonly kind: 'person' | 'nobody' | 'system';
  /** Empty for `nobody` and `system`. */
  readonly personId: string;
  /** The session's id, for revocation; empty outside of a session. */
  readonly sessionId: string;
  readonly language: Language;
  /** IANA zone of the reader, for texts. */
  readonly zone: string;
  readonly grants: readonly Grant[];
  /** Of a session only. */
  readonly proof?: Proof;
  /** A role of this person needs a second factor that the session has not shown: nothing but setting it up is open. */
  readonly heldBack?: 'second-factor';
  /** An administrator who looks at the pages of a role; reads from an empty school and changes nothing. */
  readonly viewAs?: Role;
}

/** Nobody in particular: what a visitor without a session is. */
export const nobody = (language: Language): Actor => ({
  kind: 'nobody',
  personId: '',
  sessionId: '',
  language,
  zone: 'UTC',
  grants: [],
});

/** The system acting by itself, with every right. */
export const system: Actor = {
  kind: 'system',
  personId: '',
  sessionId: '',
  language: 'en',
  zone: 'UTC',
  grants: [{ role: 'admin', scope: { kind: 'everything' } }],
};

/** The scopes in which the actor has a right; empty when the actor has it nowhere. */
export function scopesOf(actor: Actor, permission: Permission): readonly RoleScope[] {
  if (actor.kind === 'system') return [{ kind: 'everything' }];
  return actor.grants.filter((grant) => permission.roles.includes(grant.role)).map((grant) => grant.scope);
}

/** Whether the actor has a right at least somewhere. Entities are checked by their own access functions. */
export function may(actor: Actor, permission: Permission): boolean {
  if (permission === anyone) return true;
  if (permission === signedIn) return actor.kind !== 'nobody';
  return scopesOf(actor, permission).length > 0;
}
