import type { Actor } from '../access/actor.ts';
import { anyone } from '../access/permission.ts';
import { recordAct } from '../audit/recordAct.ts';
import type { WriteScope } from '../host/scope.ts';
import type { Scopes } from '../host/scopes.ts';
import { once, type Reply, wasAnswered } from './idempotency.ts';
import { Problem } from './problem.ts';
import { malformed } from './problems.ts';
import type { ReadRoute, RouteInput, WriteRoute } from './route.ts';

export type ScopedRoute =
  | ReadRoute<unknown, unknown, unknown, unknown>
  | WriteRoute<unknown, unknown, unknown, unknown>;

/** A request that was let in and parsed: plain data, which may cross threads. */
export interface Asked {
  readonly actor: Actor;
  readonly input: RouteInput<unknown, unknown, unknown>;
  /** The method and the path as sent. */
  readonly address: string;
  readonly idempotencyKey: string | undefined;
}

/** Does what a route does, in a scope of its own. */
export async function answer(route: ScopedRoute, scopes: Scopes, asked: Asked): Promise<Reply> {
  const { input } = asked;
  const actor = route.actsAs
    ? await scopes.inRead(asked.actor, async (scope) => route.actsAs?.(scope, input) ?? asked.actor)
    : asked.actor;
  if (!route.reads) return answerWrite(route, scopes, { ...asked, actor });
  return scopes.inRead(actor, async (scope) => shown(route, await route.handle(scope, input)));
}

async function answerWrite(
  route: ScopedRoute & { readonly reads?: never },
  scopes: Scopes,
  { actor, input, address, idempotencyKey: key }: Asked,
): Promise<Reply> {
  const isKept = key !== undefined && !route.secret && route.permission !== anyone;
  if (isKept && !/^[\w-]{8,100}$/.test(key)) throw new Problem(malformed, { issues: [] });
  const attempt = isKept ? { actorId: actor.personId, route: address, key, body: input.body } : undefined;
  const prepared = await scopes.inRead(actor, async (scope) =>
    !route.prepare || (attempt && (await wasAnswered(scope.db, attempt))) ? undefined : route.prepare(scope, input),
  );
  return scopes.inWrite(actor, async (scope) => {
    const work = async () => {
      const reply = shown(route, await route.handle(scope, input, prepared));
      await recordChange(scope, route, input, reply);
      return reply;
    };
    return attempt ? once(scope, attempt, work) : work();
  });
}

/** What was changed of whom is kept with the change. */
export async function recordChange(
  scope: WriteScope,
  route: ScopedRoute,
  input: Asked['input'],
  { body }: Reply,
): Promise<void> {
  const { about } = route;
  if (!about || 'notKept' in about) return;
  const { what, parts, isForStaff = false } = about;
  const acts = [what, ...(parts?.of(input.body) ?? [])];
  for (const aboutPersonId of new Set(about.whose(input, body)))
    for (const act of acts)
      await recordAct(scope, { act, aboutPersonId, isForStaff, entity: 'people.person', entityId: aboutPersonId });
}

/** What a route gives, in the shape that it promises. */
export function shown(
  route: { readonly status?: number; readonly output: { parse(value: unknown): unknown } },
  output: unknown,
): Reply {
  return { status: route.status ?? 200, body: route.output.parse(output) };
}
