import type { Resource } from '../model/resource.ts';
import type { FetActivity } from './fetFile.ts';

/** "This teacher's (or set's) activities with that tag", counted as resources of their own. Made when first asked for. */
export class TaggedResources {
  readonly #made = new Map<string, Resource>();
  readonly #usedBy = new Map<string, string[]>();
  readonly #active: readonly FetActivity[];
  readonly #studentsOf: (activity: FetActivity) => readonly string[];

  constructor(active: readonly FetActivity[], studentsOf: (activity: FetActivity) => readonly string[]) {
    this.#active = active;
    this.#studentsOf = studentsOf;
  }

  /** Id of the resource that counts what `owner` (a teacher or students resource) has with the tag. */
  of(owner: string, tag: string, copies: number): string {
    const id = `tag:${tag}:${owner}`;
    if (this.#made.has(id)) return id;
    const label = `${owner.slice(owner.indexOf(':') + 1)}, ${tag}`;
    this.#made.set(id, {
      id,
      kind: 'profile',
      label,
      calendar: 'week',
      atOnce: null,
      copies,
      seats: null,
      building: null,
    });
    for (const activity of this.#active) {
      const owners = [...activity.teachers.map((name) => `teacher:${name}`), ...this.#studentsOf(activity)];
      if (!activity.tags.includes(tag) || !owners.includes(owner)) continue;
      const key = String(activity.id);
      this.#usedBy.set(key, [...(this.#usedBy.get(key) ?? []), id]);
    }
    return id;
  }

  made(): Resource[] {
    return [...this.#made.values()];
  }

  usedBy(activity: string): readonly string[] {
    return this.#usedBy.get(activity) ?? [];
  }
}
