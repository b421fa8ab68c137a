import fc from 'fast-check';

/** One thing done to a value so that it no longer fits, or only just. */
export interface Mutation {
  readonly how: 'replace' | 'remove' | 'add' | 'repeat' | 'nul';
  /** Which part of the value, counted over all its parts. */
  readonly at: number;
  readonly key: string;
  readonly hostile: unknown;
}

/** Keys that reach prototypes where objects are copied carelessly. */
const evilKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'isAdmin', ''];

const hostile: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  9_007_199_254_740_992,
  2_147_483_648,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfffy',
  '\u202e\u200b\ufeff',
  '🦊'.repeat(60),
  'x'.repeat(5000),
  "'; drop table people_person; --",
  '%',
  '../../../etc/passwd',
  'NaN',
  '-0',
  '0x10',
  '1e3',
  '0000-01-01',
  '9999-12-31',
  '2026-02-30',
  '+275760-09-13',
  '24:00',
  '00:00',
  'Mars/Olympus',
  'not-a-uuid',
  '01900000-0000-7000-8000-000000000000',
  {},
  [],
  [[]],
  { toString: 1, valueOf: 1 },
  { $ne: null },
  { length: 1e9 },
  Object.fromEntries([['__proto__', { isAdmin: true }]]),
];

export const mutations: fc.Arbitrary<Mutation> = fc.record(
  {
    how: fc.constantFrom<Mutation['how'][]>('replace', 'replace', 'replace', 'remove', 'add', 'repeat', 'nul'),
    at: fc.nat(1000),
    key: fc.constantFrom(...evilKeys),
    hostile: fc.constantFrom(...hostile),
  },
  { noNullPrototype: true },
);

/** The value with the mutation done to it; the value itself stays. */
export function mutated(value: unknown, mutation: Mutation): unknown {
  const parts = partsOf(value);
  const target = parts[mutation.at % parts.length] ?? [];
  return changed(value, target, mutation);
}

type Path = readonly (string | number)[];

/** Paths of all parts of a value, itself included. */
function partsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value)
    ? value.map((one, i): [number, unknown] => [i, one])
    : Object.entries(value).map(([key, one]): [string, unknown] => [key, one]);
  return [path, ...inner.flatMap(([key, one]) => partsOf(one, [...path, key]))];
}

function changed(value: unknown, [step, ...rest]: Path, mutation: Mutation): unknown {
  if (step === undefined) return changedHere(value, mutation);
  if (Array.isArray(value)) return value.map((one, i) => (i === step ? changed(one, rest, mutation) : one));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (rest.length === 0 && mutation.how === 'remove')
    return Object.fromEntries(entries.filter(([key]) => key !== step));
  return Object.fromEntries(entries.map(([key, one]) => [key, key === step ? changed(one, rest, mutation) : one]));
}

function changedHere(value: unknown, { how, key, hostile: evil }: Mutation): unknown {
  if (how === 'nul' && typeof value === 'string') return `${value}\u0000`;
  if (how === 'add' && typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.fromEntries([...Object.entries(value), [key, evil]]);
  if (how === 'repeat' && Array.isArray(value)) return Array.from({ length: 700 }, (_, i) => value[i % value.length]);
  return evil;
}
