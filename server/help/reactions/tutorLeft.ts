import { defineReaction, type Reaction } from '../../host/plugin.ts';
import { tutorsChanged } from '../../school/api.ts';
import { passOn } from '../commands/passOn.ts';
import type { HelpParts } from '../parts.ts';

/** Questions do not wait for somebody who has just stopped tutoring. */
export const tutorLeft = (parts: HelpParts): Reaction<unknown> =>
  defineReaction({
    id: 'help.tutor-left',
    to: tutorsChanged,
    run: (scope) => passOn(scope, parts),
  });
