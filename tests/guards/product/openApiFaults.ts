/** What is wrong with an OpenAPI 3.1 document, as far as its own rules and this product's go. One line each. */
export function openApiFaults(document: unknown): string[] {
  if (!isObject(document)) return ['it is not an object'];
  const operations = operationsOf(document);
  return [
    ...(document.openapi === '3.1.0' ? [] : ['it is not OpenAPI 3.1']),
    ...(isObject(document.info) && document.info.title && document.info.version ? [] : ['it has no title and version']),
    ...(operations.length > 0 ? [] : ['it has no operations']),
    ...repeated(operations.map(({ operation }) => String(operation.operationId))).map((id) => `${id} is used twice`),
    ...operations.flatMap((one) => operationFaults(one).map((fault) => `${one.method} ${one.path}: ${fault}`)),
    ...referencesIn(document)
      .filter((reference) => !resolves(document, reference))
      .map((reference) => `${reference} leads nowhere`),
  ];
}

type Json = Readonly<Record<string, unknown>>;

interface Operation {
  readonly path: string;
  readonly method: string;
  readonly operation: Json;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectsIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const repeated = (all: readonly string[]): string[] => all.filter((one, at) => all.indexOf(one) < at);

const operationsOf = ({ paths }: Json): Operation[] =>
  Object.entries(isObject(paths) ? paths : {}).flatMap(([path, methods]) =>
    Object.entries(isObject(methods) ? methods : {}).map(([method, operation]) => ({
      path,
      method,
      operation: isObject(operation) ? operation : {},
    })),
  );

function operationFaults({ path, method, operation }: Operation): string[] {
  const told: (string | false)[] = [
    !operation.operationId && 'has no operationId',
    !operation['x-permission'] && 'has no x-permission',
    !(Array.isArray(operation.tags) && operation.tags.length === 1) && 'has not one tag',
    !Array.isArray(operation.security) && 'does not say whether it needs a session',
    method === 'get' && operation.requestBody !== undefined && 'takes a body though it reads',
    ...parameterFaults(path, objectsIn(operation.parameters)),
    ...responseFaults(isObject(operation.responses) ? operation.responses : {}),
  ];
  return told.filter((one) => one !== false);
}

function parameterFaults(path: string, parameters: readonly Json[]): string[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const declared = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
  const told: (string | false)[] = [
    ...inPath.map((name) => !declared.includes(name) && `parameter ${name} is not declared`),
    ...declared.map((name) => !inPath.includes(String(name)) && `parameter ${name} is not in the path`),
    ...parameters.map((one) => one.in === 'path' && one.required !== true && `parameter ${one.name} is not required`),
    ...parameters.map((one) => !isObject(one.schema) && `parameter ${one.name} has no schema`),
    ...repeated(parameters.map((one) => `${one.in} ${one.name}`)).map((name) => `parameter ${name} is declared twice`),
  ];
  return told.filter((one) => one !== false);
}

function responseFaults(responses: Json): string[] {
  const codes = Object.keys(responses);
  const told: (string | false)[] = [
    codes.filter((code) => /^2\d\d$/.test(code)).length !== 1 && 'has not one success response',
    !codes.some((code) => /^4\d\d$/.test(code)) && 'has no error response',
    ...Object.entries(responses).map(([code, response]) => !hasSchema(response) && `response ${code} has no schema`),
  ];
  return told.filter((one) => one !== false);
}

const hasSchema = (response: unknown): boolean =>
  isObject(response) &&
  typeof response.description === 'string' &&
  isObject(response.content) &&
  Object.values(response.content).every((media) => isObject(media) && isObject(media.schema));

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  const own = typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}

function resolves(document: Json, reference: string): boolean {
  if (!reference.startsWith('#/')) return false;
  let here: unknown = document;
  for (const part of reference.slice(2).split('/')) {
    const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    here = isObject(here) ? here[name] : undefined;
  }
  return here !== undefined;
}
