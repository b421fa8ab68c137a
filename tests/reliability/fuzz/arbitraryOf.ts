import fc from 'fast-check';
import { z } from 'zod';

/** Ids that exist, by the name of the member or parameter that takes them. */
export type Pool = (name: string) => readonly string[];

type Json = Readonly<Record<string, unknown>>;
type Values = fc.Arbitrary<unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values that fit a schema as far as its JSON form tells, with ids that exist, dates and zones that mean something. */
export const arbitraryOf = (schema: z.ZodType, pool: Pool): Values =>
  valuesFor('', z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }), pool);

function valuesFor(name: string, schema: unknown, pool: Pool): Values {
  if (!isObject(schema)) return textOf(name, {}, pool);
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom<unknown>(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices)) return fc.oneof(...choices.map((one) => valuesFor(name, one, pool)));
  switch (schema.type) {
    case 'object':
      return objectOf(schema, pool);
    case 'array':
      return fc.array(valuesFor(name.replace(/s$/, ''), schema.items, pool), {
        minLength: Number(schema.minItems ?? 0),
        maxLength: Math.max(Number(schema.minItems ?? 0), 3),
      });
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'null':
      return fc.constant(null);
    default:
      return textOf(name, schema, pool);
  }
}

function objectOf({ properties, required }: Json, pool: Pool): Values {
  const members = Object.entries(isObject(properties) ? properties : {});
  const requiredKeys = Array.isArray(required) ? required.filter((key) => typeof key === 'string') : [];
  const model = Object.fromEntries(members.map(([name, schema]) => [name, valuesFor(name, schema, pool)]));
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}

function numberOf({ minimum, maximum }: Json): Values {
  const min = Math.max(Number(minimum ?? 0), -1_000_000);
  const max = Math.min(Number(maximum ?? min + 1000), min + 1_000_000);
  return fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max: Math.min(max, min + 10) }));
}

const dates = ['2026-09-01', '2026-09-07', '2026-09-10', '2026-10-25', '2026-10-30', '2027-03-28', '2024-02-29'];
const farDates = ['0000-01-01', '0001-01-01', '1582-10-10', '9999-12-31'];
const zones = ['Europe/Madrid', 'America/Mexico_City', 'Asia/Kamchatka', 'UTC'];
/** Tried against a schema's pattern and length; those that fit are sent. */
const candidates = [
  'Some text',
  'ñandú — Ёлка 🦊',
  '08:00',
  '02:30',
  '23:50',
  '24:00',
  '+34 600 000 000',
  'a%_\\b',
  "O'Hara; drop table people_person; --",
  '0'.repeat(64),
  'x'.repeat(200),
  `${'x'.repeat(43)}.ics`,
];

function textOf(name: string, schema: Json, pool: Pool): Values {
  if (schema.format === 'uuid') return idOf(name, pool);
  if (schema.format === 'date') return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...dates) }, farDate);
  if (schema.format === 'date-time') return fc.constantFrom('2026-09-10T08:00:00.000Z', '9999-12-31T23:59:59.999Z');
  if (schema.format === 'email') return fc.constant('somebody@tests.example');
  if (schema.format === 'uri') return fc.constantFrom('https://tests.example/', 'https://tests.example/{lessonId}');
  if (/zone$/i.test(name)) return fc.constantFrom(...zones);
  const fitting = candidates.filter((text) => fits(text, schema));
  return fitting.length > 0 ? fc.constantFrom(...fitting) : fc.constant('Some text');
}

const farDate = fc.constantFrom(...farDates);

function fits(text: string, { pattern, minLength, maxLength }: Json): boolean {
  if (text.length < Number(minLength ?? 0) || text.length > Number(maxLength ?? 1000)) return false;
  return typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text);
}

/** An id that nothing has. */
const nowhere = '01900000-0000-7000-8000-000000000000';

function idOf(name: string, pool: Pool): Values {
  const known = pool(name);
  const unknown = fc.constantFrom(nowhere, nowhere.toUpperCase());
  return known.length === 0
    ? unknown
    : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: unknown });
}
