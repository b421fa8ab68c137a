import type { XmlNode } from './xmlNode.ts';

/** An activity of a .fet file. `component` is its number within its split activity, from 1. */
export interface FetActivity {
  readonly id: number;
  readonly teachers: readonly string[];
  readonly subject: string;
  readonly tags: readonly string[];
  readonly students: readonly string[];
  readonly duration: number;
  readonly component: number;
  readonly active: boolean;
  readonly size: number;
  readonly line: number;
}

export interface FetRoom {
  readonly name: string;
  readonly seats: number | null;
  readonly building: string | null;
  readonly isVirtual: boolean;
}

/** Students sets by name: the subgroups that each one has. A set without subgroups is a subgroup of its own. */
export interface FetStudents {
  readonly subgroups: readonly string[];
  readonly sets: ReadonlyMap<string, ReadonlySet<string>>;
  readonly sizes: ReadonlyMap<string, number>;
}

/** A .fet file as it is, its constraints still elements. */
export interface FetFile {
  readonly version: string;
  readonly days: readonly string[];
  readonly hours: readonly string[];
  readonly teachers: readonly string[];
  readonly students: FetStudents;
  readonly rooms: readonly FetRoom[];
  readonly activities: readonly FetActivity[];
  readonly constraints: readonly XmlNode[];
}
