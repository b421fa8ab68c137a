import { anyone, type Permission, signedIn } from '../../server/access/permission.ts';
import type { OwnedRoute } from '../../server/http/openapi.ts';
import type { Route } from '../../server/http/route.ts';
import type { ActorOfMatrix } from './actors.ts';
import { type Ask, parametersOf } from './asking.ts';
import { bodyOf } from './bodyOf.ts';
import { expectedCells } from './expected.ts';
import { isForeign, shared, targetOf, tracesOf } from './targets.ts';
import type { Half, World } from './world.ts';

/** Routes that serve visitors, on purpose. A new one must be added here by somebody who thought about it. */
export const publicRoutes = new Set([
  'getHealth',
  'getSession',
  'signIn',
  'signInWithCode',
  'lookUpCode',
  'acceptCode',
  'resetByCode',
  'askForResetCode',
  'departToProvider',
  'arriveFromProvider',
  'readFeed',
  'stopMail',
  'stopMailByOneClick',
  'receiveMail',
  'reportAttendance',
  'openStopPage',
  // Links in mails, which only their readers have.
  'showLink',
  'useLink',
]);

/** A code, or a secret address, is a right by itself, whoever it is about. */
const byCode = new Set([
  ...['lookUpCode', 'acceptCode', 'resetByCode', 'joinByCode'],
  ...['stopMail', 'stopMailByOneClick', 'openStopPage', 'readFeed'],
]);

export interface Cast {
  readonly world: World;
  /** They belong to `here`. */
  readonly locals: readonly ActorOfMatrix[];
  readonly outsiders: readonly ActorOfMatrix[];
  readonly admin: ActorOfMatrix;
  readonly ask: Ask;
}

/** What is wrong with the access of one route, one line each. */
export async function accessFaults({ route }: OwnedRoute, cast: Cast): Promise<string[]> {
  const unknown = unknownNames(route, cast.world.here);
  if (unknown.length > 0)
    return unknown.map((name) => `the matrix does not know what ${name} names: add it to tests/access/targets.ts`);
  return [
    ...publicFaults(route),
    ...(await vainFaults(route, cast)),
    ...(await outsiderFaults(route, cast)),
    ...(await roleFaults(route, cast)),
    ...(await foreignFaults(route, cast)),
    ...(await leakFaults(route, cast)),
  ];
}

const unknownNames = (route: Route, half: Half): string[] =>
  parametersOf(route).filter((name) => !shared.has(name) && targetOf(route.operationId, name, half) === undefined);

const publicFaults = ({ operationId, permission }: Route): string[] =>
  permission === anyone && !publicRoutes.has(operationId) ? ['serves visitors without being meant to'] : [];

/** What an admin cannot read is not there, and a refusal to others would prove nothing. */
async function vainFaults(route: Route, { world, admin, ask }: Cast): Promise<string[]> {
  if (route.method !== 'get' || !hasRight('admin', route.permission) || isOfWholeSchool(route)) return [];
  // What is between two people is not an admin's either; by the table somebody else is served.
  if (expectedCells(route.operationId, 'admin') === 'nnnn') return [];
  const replies = [await ask(admin, route, world.here), await ask(admin, route, world.there)];
  return replies
    .filter(({ status }) => status !== 200)
    .map(({ status, text }) => `cannot be tried: an admin gets ${status} ${text.slice(0, 300)}`);
}

/** And what no admin reads either: conversations of others. The table of cells says who does. */
const isOfWholeSchool = (route: Route): boolean =>
  parametersOf(route).some((name) => ['file', 'fileId', 'token', 'noticeId', 'threadId'].includes(name));

/** Nobody without a valid session is served. */
async function outsiderFaults(route: Route, { world, outsiders, ask }: Cast): Promise<string[]> {
  if (route.permission === anyone) return [];
  const faults: string[] = [];
  for (const outsider of outsiders) {
    const { status } = await ask(outsider, route, world.here);
    if (status !== 401) faults.push(`answers ${status} to ${outsider.name}`);
  }
  return faults;
}

/** Nobody without the right is served, even at home. */
async function roleFaults(route: Route, { world, locals, ask }: Cast): Promise<string[]> {
  const faults: string[] = [];
  for (const local of locals) {
    const { name, role } = local;
    if (!role || hasRight(role, route.permission)) continue;
    const { status } = await ask(local, route, world.here);
    if (status !== 403) faults.push(`answers ${status} to a ${name}, who has no right to it`);
  }
  return faults;
}

/** Those who have the right somewhere do not have it in the other half. */
async function foreignFaults(route: Route, { world, locals, ask }: Cast): Promise<string[]> {
  const naming = (name: string) => targetOf(route.operationId, name, world.there);
  const inBody = route.body ? namesIn(bodyOf(route.body, naming), tracesOf(world.there)) : false;
  const inPath = parametersOf(route).some((name) => naming(name) !== undefined && isForeign(name, route.method));
  if ((!inBody && !inPath) || byCode.has(route.operationId)) return [];
  const faults: string[] = [];
  for (const local of locals) {
    const { name, role } = local;
    if (!role || !hasRight(role, route.permission)) continue;
    const { status, text } = await ask(local, route, world.there);
    if (status === 400 || status === 422) faults.push(`cannot be tried: ${status} ${text.slice(0, 300)}`);
    else if (status !== 403 && status !== 404) faults.push(`answers ${status} to a ${name} of another school`);
  }
  return [...new Set(faults)];
}

/** Whatever those of one half read at home tells nothing of the other half. */
async function leakFaults(route: Route, { world, locals, ask }: Cast): Promise<string[]> {
  if (route.method !== 'get') return [];
  const faults: string[] = [];
  for (const local of locals) {
    const { name } = local;
    const { status, text } = await ask(local, route, world.here);
    if (status >= 500) faults.push(`answers ${status} to a ${name}`);
    const trace = tracesOf(world.there).find((one) => text.includes(one));
    if (trace) faults.push(`tells a ${name} of ${trace}, of another school`);
  }
  return faults;
}

const hasRight = (role: NonNullable<ActorOfMatrix['role']>, permission: Permission): boolean =>
  permission === anyone || permission === signedIn || permission.roles.includes(role);

const namesIn = (body: unknown, traces: readonly string[]): boolean =>
  traces.some((trace) => JSON.stringify(body).includes(trace));
