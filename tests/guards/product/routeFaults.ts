import { z } from 'zod';
import type { OwnedRoute } from '../../../server/http/openapi.ts';
import type { Route } from '../../../server/http/route.ts';

/** What is wrong with the routes, one line each: each must say who may call it, what it takes and what it sends. */
export const routeFaults = (routes: readonly OwnedRoute[]): string[] => [
  ...repeated(routes.map(({ route }) => route.operationId)).map((id) => `operationId ${id} is used twice`),
  ...repeated(routes.map(({ route }) => `${route.method} ${route.path.replace(/:\w+/g, ':')}`)).map(
    (address) => `${address} is declared twice`,
  ),
  ...routes.flatMap(({ plugin, route }) => faultsOf(route).map((fault) => `${plugin} ${route.operationId}: ${fault}`)),
];

const repeated = (all: readonly string[]): string[] => all.filter((one, at) => all.indexOf(one) < at);

function faultsOf(route: Route): string[] {
  const { permission, output, operationId, summary }: Partial<Route> = route;
  const told: (string | false)[] = [
    !permission?.id && 'has no permission',
    !(output instanceof z.ZodType) && 'has no output schema',
    !/^[a-z][a-zA-Z0-9]+$/.test(operationId ?? '') && 'its operationId is not lowerCamelCase',
    !/^[A-Z].+ .+/.test(summary ?? '') && 'its summary tells nothing',
    !/^(\/[a-z0-9-]+|\/:[a-z]\w*(\.\w+)?)+$/.test(route.path) && `its path ${route.path} is oddly written`,
    ...parameterFaults(route),
    ...[route.params, route.query, route.body].flatMap((schema) => (schema ? looseObjects(schema) : [])),
  ];
  return told.filter((one) => one !== false);
}

function parameterFaults({ path, params }: Route): string[] {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  const inSchema = params instanceof z.ZodObject ? Object.keys(params.shape) : [];
  return [
    ...inPath.filter((name) => !inSchema.includes(name)).map((name) => `parameter ${name} has no schema`),
    ...inSchema.filter((name) => !inPath.includes(name)).map((name) => `parameter ${name} is not in the path`),
  ];
}

/** Objects in an input that would let unknown keys through. */
function looseObjects(schema: z.ZodType): string[] {
  const loose: string[] = [];
  z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema, path }) => {
      const isLoose = zodSchema instanceof z.ZodObject && jsonSchema.additionalProperties !== false;
      if (isLoose) loose.push(`its input lets unknown keys through (${path.join('.') || 'top'})`);
    },
  });
  return loose;
}
