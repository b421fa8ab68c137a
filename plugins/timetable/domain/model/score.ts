/** Flat facts of one case, for the client to word in the reader's language: resource, day, count, limit, ... */
export type Detail = Readonly<Record<string, string | number>>;

/** One broken instance of a constraint. `amount` is its size before the weight is applied. */
export interface Case {
  readonly amount: number;
  readonly activities: readonly string[];
  readonly detail: Detail;
}

/** The part of the score that one constraint causes. `cost` is the sum of amounts, for soft ones times weight / 100. */
export interface ConstraintScore {
  readonly id: string;
  readonly kind: string;
  readonly hard: boolean;
  readonly weight: number;
  readonly cost: number;
  readonly activities: readonly string[];
  readonly cases: readonly Case[];
}

/** `hard` is 0 exactly when everything is placed and no hard constraint is broken. Only costs above 0 are listed. */
export interface Score {
  readonly hard: number;
  readonly soft: number;
  readonly byConstraint: readonly ConstraintScore[];
}
