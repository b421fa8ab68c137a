import type { WriteScope } from '../../../server/host/scope.ts';

/** The same transaction in the name of somebody of the demo school, who may do everything there. */
export const as = (scope: WriteScope, personId: string, language = scope.actor.language): WriteScope => ({
  ...scope,
  actor: {
    ...scope.actor,
    kind: 'person',
    personId,
    language,
    grants: [{ role: 'admin', scope: { kind: 'everything' } }],
  },
});
