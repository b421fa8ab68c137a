import { type Actor, may } from '../access/actor.ts';
import { anyone } from '../access/permission.ts';
import { Problem } from './problem.ts';
import { forbidden, secondFactorNeeded, signInNeeded, stepUpNeeded, viewOnly } from './problems.ts';
import type { Route } from './route.ts';

export interface LetThroughParts {
  /** Whether the actor gave a password or code some minutes ago at most. */
  hasJustProven(actor: Actor): boolean;
}

/** Refuses, with the reason, whoever a route is not for; what they may do it to is the handler's question. */
export function mustBeLetThrough(route: Route, actor: Actor, { hasJustProven }: LetThroughParts): void {
  const isPublic = route.permission === anyone;
  if (actor.heldBack && !isPublic && !route.beforeSecondFactor) throw new Problem(secondFactorNeeded);
  if (!may(actor, route.permission)) throw new Problem(actor.kind === 'nobody' ? signInNeeded : forbidden);
  if (actor.viewAs && !route.reads && !(route.session && route.whileViewing)) throw new Problem(viewOnly);
  if (route.stepUp && !hasJustProven(actor)) throw new Problem(stepUpNeeded);
}
