/** One invalid field: `path` as in the body sent, `windows.2.startTime`. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

interface ProblemMembers {
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly remedy: string;
  readonly issues: readonly Issue[];
  readonly members: Readonly<Record<string, unknown>>;
}

/** A refusal of the server (RFC 9457) in the reader's language. Status 0 when the server could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  /** `/problems/<plugin>/<name>`; empty when the reply was no problem document. */
  readonly type: string;
  readonly title: string;
  readonly remedy: string;
  readonly issues: readonly Issue[];
  /** Everything else that the problem carries. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(problem: ProblemMembers) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.type = problem.type;
    this.title = problem.title;
    this.remedy = problem.remedy;
    this.issues = problem.issues;
    this.members = problem.members;
  }

  get offline(): boolean {
    return this.status === 0;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pathOf = (value: unknown): string => (Array.isArray(value) ? value.join('.') : textOf(value));

const issuesOf = (value: unknown): Issue[] =>
  Array.isArray(value)
    ? value.filter(isRecord).map((issue) => ({ path: pathOf(issue.path), message: textOf(issue.message) }))
    : [];

/** Reads what the server sent with a refusal; anything unexpected becomes a problem without texts. */
export const problemFrom = (status: number, body: unknown): ApiProblem => {
  const members = isRecord(body) ? body : {};
  return new ApiProblem({
    status,
    type: textOf(members.type),
    title: textOf(members.title),
    remedy: textOf(members.remedy) || textOf(members.detail),
    issues: issuesOf(members.issues),
    members,
  });
};

export const unreachable = (): ApiProblem =>
  new ApiProblem({ status: 0, type: '', title: '', remedy: '', issues: [], members: {} });
