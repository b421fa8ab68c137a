import { z } from 'zod';

/** Gives the id that a member of a body names, if it names part of the world. */
export type Naming = (name: string) => string | undefined;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A body that fits a schema, with the ids that `naming` gives. It fits as far as the schema's JSON form tells;
 * what a refinement asks for may be missing.
 */
export const bodyOf = (schema: z.ZodType, naming: Naming): unknown => valueFor('', formOf(schema), naming);

/** The JSON form of each schema: to make it takes as long as an answer. */
const forms = new WeakMap<z.ZodType, unknown>();

function formOf(schema: z.ZodType): unknown {
  const form = forms.get(schema) ?? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  forms.set(schema, form);
  return form;
}

function valueFor(name: string, schema: unknown, naming: Naming): unknown {
  if (!isObject(schema)) return 'text';
  const id = schema.type === 'array' || isObject(schema.properties) ? undefined : naming(name);
  if (id !== undefined) return id;
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices))
    return valueFor(name, choices.find((one) => isObject(one) && one.type !== 'null') ?? choices[0], naming);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, naming);
    case 'array':
      return Array.from({ length: Math.max(Number(schema.minItems ?? 1), 1) }, () =>
        valueFor(name, schema.items, naming),
      );
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return Math.max(Number(schema.minimum ?? 1), 1);
    case 'null':
      return null;
    default:
      return textOf(name, schema);
  }
}

/** Required members, and those that name part of the world. */
function objectOf({ properties, required }: Json, naming: Naming): Json {
  const wanted = new Set(Array.isArray(required) ? required : []);
  const members = Object.entries(isObject(properties) ? properties : {});
  const named = members.filter(([name]) => wanted.has(name) || naming(name) !== undefined);
  return Object.fromEntries(named.map(([name, schema]) => [name, valueFor(name, schema, naming)]));
}

const texts: readonly (readonly [RegExp, string])[] = [
  [/zone$/i, 'Europe/Madrid'],
  [/^(from|starts|begins)\w*(On|Date)$/, '2026-09-10'],
  [/(On|Date)$/, '2026-09-20'],
  [/^(from$|starts\w*Time$)/i, '08:00'],
  [/^(to|time)$/, '09:00'],
  [/Time$/, '09:00'],
  [/email/i, 'somebody@tests.example'],
  [/phone/i, '+34 600 000 000'],
];

const formats: Json = {
  uuid: '01900000-0000-7000-8000-000000000000',
  date: '2026-09-10',
  'date-time': '2026-09-10T08:00:00.000Z',
  email: 'somebody@tests.example',
  uri: 'https://tests.example/',
};

const textOf = (name: string, schema: Json): unknown =>
  texts.find(([pattern]) => pattern.test(name))?.[1] ?? formats[String(schema.format)] ?? 'Some text';
