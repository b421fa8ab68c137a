import { defineReaction } from '../../host/plugin.ts';
import { accessEnded } from '../../people/api.ts';
import { endSessionsOfPerson } from '../commands/sessions.ts';

/**
 * A role was taken or the person left: whatever they have open ends, and they sign in anew with what is left. Their
 * next request has lost the right before this runs, because grants are read each time.
 */
export const endSessionsWithAccess = defineReaction({
  id: 'auth.end-sessions-with-access',
  to: accessEnded,
  run: (scope, { payload }) => endSessionsOfPerson(scope, payload.personId),
});
