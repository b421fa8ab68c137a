import { z } from 'zod';
import { anyone } from '../access/permission.ts';
import { FileOutput } from '../host/fileReply.ts';
import type { ProblemKind } from './problem.ts';
import { commonProblems } from './problems.ts';
import type { Route } from './route.ts';

/** A route and the plugin that it belongs to. */
export interface OwnedRoute {
  readonly plugin: string;
  readonly route: Route;
}

type Json = Record<string, unknown>;

/** The whole HTTP surface as OpenAPI 3.1, made from the routes' own declarations. */
export function openApiOf(routes: readonly OwnedRoute[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const { plugin, route } of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method]: operationOf(plugin, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tutoria', version, description: 'The interface that the web client uses. Times are UTC instants.' },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ plugin }) => plugin))].sort().map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'tutoria.sid' } },
    },
  };
}

function operationOf(plugin: string, route: Route): Json {
  return {
    operationId: route.operationId,
    summary: route.summary,
    tags: [plugin],
    'x-permission': route.permission.id,
    'x-roles': route.permission.roles,
    ...(route.stepUp ? { 'x-step-up': true } : {}),
    security: route.permission === anyone ? [] : [{ session: [] }],
    parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
    ...(route.method !== 'get' && route.body
      ? { requestBody: { required: true, content: contentOf(route, route.body) } }
      : {}),
    responses: responsesOf(route),
  };
}

const contentOf = (route: Route, body: z.ZodType): Json =>
  route.upload
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(body, 'input') } };

/** JSON Schema of a zod schema; what JSON Schema cannot say (a transform) is left open. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return rest;
};

interface ObjectSchema {
  readonly properties?: Record<string, unknown>;
  readonly required?: readonly string[];
}

const membersOf = (schema: z.ZodType | undefined): [string, unknown, boolean][] => {
  if (!schema) return [];
  const { properties = {}, required = [] }: ObjectSchema = schemaOf(schema, 'input');
  return Object.entries(properties).map(([name, member]) => [name, member, required.includes(name)]);
};

const pathParameters = (route: Route): Json[] =>
  membersOf(route.params).map(([name, schema]) => ({ name, in: 'path', required: true, schema }));

const queryParameters = (route: Route): Json[] =>
  membersOf(route.query).map(([name, schema, required]) => ({ name, in: 'query', required, schema }));

function headerParameters(route: Route): Json[] {
  if (route.reads || route.session) return [];
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string', pattern: '^[\\w-]{8,100}$' },
  };
  const match = { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } };
  return route.precondition ? [key, match] : [key];
}

function responsesOf(route: Route): Json {
  const status = route.status ?? 200;
  const kinds: readonly ProblemKind[] = [...commonProblems, ...(route.problems ?? [])];
  const refusals: Record<string, Json> = {};
  for (const code of new Set(kinds.map((kind) => kind.status))) {
    const ids = kinds.filter((kind) => kind.status === code).map((kind) => `/problems/${kind.id}`);
    refusals[code] = {
      description: ids.join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  const isFile = route.output === FileOutput;
  const media = route.produces ?? (isFile ? 'application/octet-stream' : 'application/json');
  const shown = isFile ? { type: 'string', format: 'binary' } : schemaOf(route.output, 'output');
  return {
    [status]: { description: 'Done', content: { [media]: { schema: shown } } },
    ...refusals,
  };
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'status', 'title'],
  properties: {
    type: { type: 'string', description: 'Which refusal this is' },
    status: { type: 'integer' },
    title: { type: 'string', description: 'What happened, in the reader’s language' },
    detail: { type: 'string', description: 'What to do about it' },
    issues: {
      type: 'array',
      description: 'Every field that does not fit',
      items: {
        type: 'object',
        required: ['in', 'path', 'code', 'message'],
        properties: {
          in: { enum: ['params', 'query', 'body'] },
          path: { type: 'array', items: { type: ['string', 'integer'] } },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
  },
};
