import { anyone, type Permission, signedIn } from '../../server/access/permission.ts';
import type { OwnedRoute } from '../../server/http/openapi.ts';
import type { Route } from '../../server/http/route.ts';
import type { ActorOfMatrix } from './actors.ts';
import { bodyOf } from './bodyOf.ts';
import { isForeign, shared, targetOf, tracesOf } from './targets.ts';
import type { Half, World } from './world.ts';

/** Members of bodies and queries that the schema's JSON form does not tell. */
const members: Readonly<Record<string, object>> = {
  getHeatMap: { courseId: undefined },
  solveDraft: { seconds: 5 },
  addImportPiece: { file: 0, nth: 0, data: 'AAAA' },
  publishTimetable: { fingerprint: '0'.repeat(64) },
  grantRole: { role: 'tutor', scopeKind: 'self', homeSchoolId: null },
};

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
  'openStopPage',
  // Links in mails, which only their readers have.
  'showLink',
  'useLink',
]);

export interface Cast {
  readonly world: World;
  /** They belong to `here`. */
  readonly locals: readonly ActorOfMatrix[];
  readonly outsiders: readonly ActorOfMatrix[];
  readonly admin: ActorOfMatrix;
}

interface Reply {
  readonly status: number;
  readonly text: string;
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

export const parametersOf = ({ path }: Route): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');

const unknownNames = (route: Route, half: Half): string[] =>
  parametersOf(route).filter((name) => !shared.has(name) && targetOf(route.operationId, name, half) === undefined);

const publicFaults = ({ operationId, permission }: Route): string[] =>
  permission === anyone && !publicRoutes.has(operationId) ? ['serves visitors without being meant to'] : [];

/** What an admin cannot read is not there, and a refusal to others would prove nothing. */
async function vainFaults(route: Route, { world, admin }: Cast): Promise<string[]> {
  if (route.method !== 'get' || !hasRight('admin', route.permission) || isOfWholeSchool(route)) return [];
  const replies = [await send(admin.browser, route, world.here), await send(admin.browser, route, world.there)];
  return replies
    .filter(({ status }) => status !== 200)
    .map(({ status, text }) => `cannot be tried: an admin gets ${status} ${text.slice(0, 300)}`);
}

const isOfWholeSchool = (route: Route): boolean =>
  parametersOf(route).some((name) => ['file', 'fileId', 'token', 'noticeId'].includes(name));

/** Nobody without a valid session is served. */
async function outsiderFaults(route: Route, { world, outsiders }: Cast): Promise<string[]> {
  if (route.permission === anyone) return [];
  const faults: string[] = [];
  for (const { name, browser } of outsiders) {
    const { status } = await send(browser, route, world.here);
    if (status !== 401) faults.push(`answers ${status} to ${name}`);
  }
  return faults;
}

/** Nobody without the right is served, even at home. */
async function roleFaults(route: Route, { world, locals }: Cast): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, role, browser } of locals) {
    if (!role || hasRight(role, route.permission)) continue;
    const { status } = await send(browser, route, world.here);
    if (status !== 403) faults.push(`answers ${status} to a ${name}, who has no right to it`);
  }
  return faults;
}

/** Those who have the right somewhere do not have it in the other half. */
async function foreignFaults(route: Route, { world, locals }: Cast): Promise<string[]> {
  const naming = (name: string) => targetOf(route.operationId, name, world.there);
  const inBody = route.body ? namesIn(bodyOf(route.body, naming), tracesOf(world.there)) : false;
  const inPath = parametersOf(route).some((name) => naming(name) !== undefined && isForeign(name, route.method));
  if (!inBody && !inPath) return [];
  const faults: string[] = [];
  for (const { name, role, browser } of locals) {
    if (!role || !hasRight(role, route.permission)) continue;
    const { status, text } = await send(browser, route, world.there);
    if (status === 400 || status === 422) faults.push(`cannot be tried: ${status} ${text.slice(0, 300)}`);
    else if (status !== 403 && status !== 404) faults.push(`answers ${status} to a ${name} of another school`);
  }
  return [...new Set(faults)];
}

/** Whatever those of one half read at home tells nothing of the other half. */
async function leakFaults(route: Route, { world, locals }: Cast): Promise<string[]> {
  if (route.method !== 'get') return [];
  const faults: string[] = [];
  for (const { name, browser } of locals) {
    const { status, text } = await send(browser, route, world.here);
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

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Asks for what a route says of this part of the world. */
export async function send(browser: ActorOfMatrix['browser'], route: Route, half: Half): Promise<Reply> {
  const naming = (name: string) => targetOf(route.operationId, name, half);
  const path = `/api${route.path.replace(/:(\w+)/g, (_, name: string) => naming(name) ?? shared.get(name) ?? '')}`;
  const query = route.query ? bodyOf(route.query, naming) : undefined;
  const more = members[route.operationId];
  const body = route.body && bodyOf(route.body, naming);
  const request = browser[route.method](path).query(isObject(query) ? { ...query, ...more } : {});
  if (route.method !== 'get' && 'precondition' in route) request.set('If-Match', '"1"');
  const { status, text } = await (isObject(body) ? request.send({ ...body, ...more }) : request);
  // A file has no text.
  return { status, text: text ?? '' };
}
