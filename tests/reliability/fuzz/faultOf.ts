import { isDeepStrictEqual } from 'node:util';
import { FileOutput } from '../../../server/host/fileReply.ts';
import type { Language } from '../../../server/host/language.ts';
import type { Texts } from '../../../server/host/texts.ts';
import type { ProblemKind } from '../../../server/http/problem.ts';
import { commonProblems } from '../../../server/http/problems.ts';
import type { Route } from '../../../server/http/route.ts';
import {
  courseOutOfReach,
  courseUnknown,
  groupOutOfReach,
  groupUnknown,
  personOutOfReach,
  personUnknown,
  studentOutOfReach,
  studentUnknown,
} from '../../../server/school/problems.ts';

export interface Received {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** What is wrong with an answer; undefined when it is as the route declares. */
export function faultOf(route: Route, reply: Received, language: Language, texts: Texts): string | undefined {
  const { status, text } = reply;
  if (status >= 500) return `answers ${status}`;
  if (/node_modules|\bat \S+ \(|sqlite|postgres|syntax error|undefined/i.test(status >= 400 ? text : ''))
    return `tells of its inside: ${text}`;
  return status < 300 ? successFault(route, reply) : problemFault(route, reply, language, texts);
}

function successFault(route: Route, { status, type, text }: Received): string | undefined {
  const declared = route.method === 'get' || route.session ? 200 : (route.status ?? 200);
  if (status !== declared) return `answers ${status} instead of ${declared}`;
  // A file says itself what it is.
  if (route.output === FileOutput) return undefined;
  const isJson = route.produces === undefined;
  if (!type.startsWith(route.produces ?? 'application/json')) return `answers with the type ${type}`;
  const body: unknown = isJson ? JSON.parse(text) : text;
  const parsed = route.output.safeParse(body);
  if (!parsed.success) return `does not fit its own schema: ${parsed.error.message}`;
  return isDeepStrictEqual(parsed.data, body) ? undefined : 'answers with members that its schema does not have';
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const idOf = (body: Readonly<Record<string, unknown>>): string => String(body.type).replace(/^\/problems\//, '');

/** Refusals of the access functions of school, through which every module reaches people and groups. */
const ofReach = [
  personUnknown,
  personOutOfReach,
  studentUnknown,
  studentOutOfReach,
  groupUnknown,
  groupOutOfReach,
  courseUnknown,
  courseOutOfReach,
] as const;

const declared = (route: Route): readonly ProblemKind[] => [...commonProblems, ...ofReach, ...(route.problems ?? [])];

/** The kind of a refusal that the route does not declare, so that its page does not tell of it; none or one. */
export function undeclaredKinds(route: Route, { status, text }: Received): readonly string[] {
  const body: unknown = status >= 400 && status < 500 ? JSON.parse(text) : undefined;
  return isObject(body) && !declared(route).some(({ id }) => id === idOf(body)) ? [idOf(body)] : [];
}

/** RFC 9457: type, title and status, in the words of the reader's language. */
function problemFault(route: Route, reply: Received, language: Language, texts: Texts): string | undefined {
  if (!reply.type.startsWith('application/problem+json')) return `refuses with the type ${reply.type}`;
  const body: unknown = JSON.parse(reply.text);
  if (!isObject(body)) return 'refuses without a problem';
  if (body.status !== reply.status) return `says ${String(body.status)} in a reply with ${reply.status}`;
  const id = idOf(body);
  const kind = declared(route).find((one) => one.id === id);
  if (kind && kind.status !== reply.status) return `refuses with ${reply.status} as ${id}`;
  const [plugin = '', name = ''] = id.split('/');
  for (const [member, part] of [
    ['title', 'title'],
    ['detail', 'remedy'],
  ] as const) {
    const said = texts.say(language, plugin, `problems.${name}.${part}`, body);
    if (said === undefined) return `has no ${member} of ${id} in ${language}`;
    if (body[member] !== said) return `says "${String(body[member])}" instead of "${said}"`;
  }
  return issuesFault(body.issues);
}

function issuesFault(issues: unknown): string | undefined {
  if (issues === undefined) return undefined;
  if (!Array.isArray(issues)) return 'has issues that are no list';
  const isWhole = (one: unknown) =>
    isObject(one) && typeof one.in === 'string' && Array.isArray(one.path) && typeof one.message === 'string';
  return issues.every(isWhole) ? undefined : `has issues without place or words: ${JSON.stringify(issues)}`;
}
