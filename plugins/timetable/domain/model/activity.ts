import type { StartOption } from './place.ts';

/**
 * One lesson of the weekly pattern. `duration` is in hours of its grid; `options` are the starts that it may take at
 * all (constraints may forbid or dislike some of them). `rooms` are candidate rooms; empty when it needs none.
 */
export interface Activity {
  readonly id: string;
  readonly label: string;
  readonly duration: number;
  readonly resources: readonly string[];
  readonly options: readonly StartOption[];
  readonly rooms: readonly string[];
}
