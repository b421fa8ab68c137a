import { z } from 'zod';
import { issueText, type Say } from './issueText.ts';
import { Problem } from './problem.ts';
import { malformed } from './problems.ts';

/** One field that does not fit: where it stands and why, in the reader's language. */
export interface Issue {
  readonly in: 'params' | 'query' | 'body';
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

const nothing = z.strictObject({});

export interface Declared {
  readonly params?: z.ZodType<unknown>;
  readonly query?: z.ZodType<unknown>;
  readonly body?: z.ZodType<unknown>;
}

export interface Raw {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Parses the three parts of a request and refuses all that is wrong at once. */
export function parseInput(declared: Declared, raw: Raw, say: Say): Raw {
  const issues: Issue[] = [];
  const part = (where: Issue['in'], schema: z.ZodType<unknown>, value: unknown): unknown => {
    const nul = pathOfNul(value);
    if (nul) issues.push({ in: where, path: nul, code: 'nul-character', message: say('issues.format') ?? 'NUL' });
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    issues.push(...parsed.error.issues.map((issue) => asIssue(where, issue, say)));
    return undefined;
  };
  const params = part('params', declared.params ?? nothing, raw.params);
  const query = part('query', declared.query ?? nothing, raw.query);
  const body = declared.body ? part('body', declared.body, raw.body) : undefined;
  if (issues.length > 0) throw new Problem(malformed, { issues });
  return { params, query, body };
}

/** Where a text has the character U+0000, which no column of PostgreSQL takes; undefined where none has. */
function pathOfNul(value: unknown, path: Issue['path'] = []): Issue['path'] | undefined {
  if (typeof value === 'string') return value.includes('\0') ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, one] of Object.entries(value)) {
    const found = key.includes('\0') ? path : pathOfNul(one, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

const asIssue = (where: Issue['in'], issue: z.core.$ZodIssue, say: Say): Issue => ({
  in: where,
  path: issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
  code: issue.code,
  message: issueText(issue, say),
});
