/**
 * A conflict that somebody accepted by name. `pair`: two activities may share people in one atom.
 * `rule`: the activity is not judged by that constraint (only for rules about one activity at a time).
 */
export type Waiver =
  | { readonly kind: 'pair'; readonly first: string; readonly second: string }
  | { readonly kind: 'rule'; readonly constraint: string; readonly activity: string };
