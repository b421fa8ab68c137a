import type { z } from 'zod';

/** A text of the http module in the reader's language; undefined when there is none. */
export type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string | undefined;

interface Told {
  readonly key: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

const lengthKeys = { string: ['too-short', 'too-long'], array: ['too-few', 'too-many'] } as const;

function sizeOf(origin: string, at: 0 | 1, limit: unknown): Told {
  if (at === 0 && origin === 'string' && limit === 1) return { key: 'required' };
  const keys = origin === 'string' || origin === 'array' ? lengthKeys[origin] : (['too-small', 'too-big'] as const);
  return { key: keys[at], values: { limit } };
}

const formats: Readonly<Record<string, string>> = { email: 'email', date: 'date', time: 'time' };

function toldOf(issue: z.core.$ZodIssue): Told {
  switch (issue.code) {
    case 'invalid_type':
      return { key: issue.input === undefined ? 'required' : 'type' };
    case 'too_small':
      return sizeOf(issue.origin, 0, issue.minimum);
    case 'too_big':
      return sizeOf(issue.origin, 1, issue.maximum);
    case 'invalid_format':
      return { key: formats[issue.format] ?? 'format' };
    case 'invalid_value':
      return { key: 'choice', values: { choices: issue.values.map(String).join(', ') } };
    case 'unrecognized_keys':
      return { key: 'unknown', values: { keys: issue.keys.join(', ') } };
    default:
      return { key: 'other' };
  }
}

/** What is wrong with one field, in words for the one who filled it in. */
export function issueText(issue: z.core.$ZodIssue, say: Say): string {
  const { key, values } = toldOf(issue);
  return say(`issues.${key}`, values) ?? issue.message;
}
