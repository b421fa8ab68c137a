/**
 * A kind of refusal (RFC 9457). Its texts live in the locales of the plugin that declares it, under
 * `problems.<name>.title` (what happened) and `problems.<name>.remedy` (what to do).
 */
export interface ProblemKind {
  /** `<plugin>/<name>`, for example `timetable/slot-taken`; the type member is `/problems/<id>`. */
  readonly id: string;
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 503;
}

/** The only error a use case throws on purpose; everything else is a defect. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  /** Further members of the reply, such as `issues`. Also the values of the texts' placeholders. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(kind: ProblemKind, extra: Readonly<Record<string, unknown>> = {}) {
    super(kind.id);
    this.kind = kind;
    this.extra = extra;
  }
}

export const defineProblem = (id: string, status: ProblemKind['status']): ProblemKind => ({ id, status });
