import type { OwnedRoute } from '../../server/http/openapi.ts';
import type { ActorOfMatrix } from './actors.ts';
import { type Ask, questionOf } from './asking.ts';
import { expectedCells } from './expected.ts';
import type { World } from './world.ts';

/**
 * How near what is asked for is to who asks: of their own, of another child in the same group, of another
 * group of the same home school, of another home school.
 */
export const relations = ['here', 'mate', 'beside', 'there'] as const;

/** What a status says of access: served (or refused for another reason), without right, not there, signed out, a defect. */
function letterOf(status: number): string {
  if (status >= 500) return 'x';
  if (status === 401) return 'a';
  if (status === 403) return 'f';
  return status === 404 ? 'n' : 'y';
}

/** Where a route answers actors of `here` otherwise than the table says, one line each. */
export async function cellFaults(
  { route }: OwnedRoute,
  actors: readonly ActorOfMatrix[],
  world: World,
  ask: Ask,
): Promise<string[]> {
  const unplanned = actors.some(({ role }) => !role || !expectedCells(route.operationId, role));
  if (unplanned) return [`${route.operationId} is in no row of tests/access/expected.ts`];
  const faults: string[] = [];
  for (const relation of distinct(route, world)) {
    const answers = actors.map(async (actor) => {
      const { role } = actor;
      const wanted = role && expectedCells(route.operationId, role)?.[relations.indexOf(relation)];
      const { status } = await ask(actor, route, world[relation]);
      return letterOf(status) === wanted
        ? []
        : [`${route.operationId} answers ${status} to a ${role} about ${relation}, not ${wanted}`];
    });
    faults.push(...(await Promise.all(answers)).flat());
  }
  return faults;
}

/** The relations in which this route asks for something else than in those before. */
function distinct(route: OwnedRoute['route'], world: World): (typeof relations)[number][] {
  const asks = relations.map((relation) => JSON.stringify(questionOf(route, world[relation])));
  return relations.filter((_, at) => asks.indexOf(asks[at] ?? '') === at);
}
