import type { RouteInput } from '../http/route.ts';

/** In place of a person's id: it concerned everybody at once, as an export of the whole school does. */
export const everybody = '00000000-0000-0000-0000-000000000000';

/**
 * Whose data a route shows or changes. What is shown is kept in batches, what is changed with the change itself; both
 * can be read by the person, the family and the coordinator.
 */
export interface AboutPeople<P, Q, B, O> {
  /** `<plugin>.<name>`; in words: `audit.<name>` of the plugin's locales. */
  readonly what: `${string}.${string}`;
  /** Ids of the people; whoever acts is left out of their own. */
  whose(input: Pick<RouteInput<P, Q, B>, 'params' | 'query' | 'body'>, output: O): readonly string[];
  /** Of a change: parts of it that are kept by names of their own beside it. */
  readonly parts?: AboutParts<B>;
  /** Families do not read it, because it would tell one of them what they must not know. */
  readonly isForStaff?: true;
}

/** Parts of a change that families ask for by themselves. */
export interface AboutParts<B> {
  readonly names: readonly `${string}.${string}`[];
  /** Those of the names that an input has. */
  of(body: B): readonly string[];
}

/** Names a person, and yet shows or changes nothing of one: why. */
export interface AboutNothing {
  readonly notKept: string;
}

export type About<P, Q, B, O> = AboutPeople<P, Q, B, O> | AboutNothing;

type PersonInPath = { readonly params: { readonly personId: string } };
type StudentInPath = { readonly params: { readonly studentId: string } };

/** For routes with the person in the path. */
export const ofPersonInPath = (what: AboutPeople<unknown, unknown, unknown, unknown>['what']) => ({
  what,
  whose: ({ params }: PersonInPath): readonly string[] => [params.personId],
});

/** For routes with the student in the path. */
export const ofStudentInPath = (what: AboutPeople<unknown, unknown, unknown, unknown>['what']) => ({
  what,
  whose: ({ params }: StudentInPath): readonly string[] => [params.studentId],
});
