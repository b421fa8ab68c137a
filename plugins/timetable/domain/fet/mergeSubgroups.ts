import type { Resource } from '../model/resource.ts';
import { all } from './element.ts';
import type { FetActivity, FetFile } from './fetFile.ts';

/** Students of a .fet file as resources, and the resources that make up each set. */
export interface MergedSubgroups {
  readonly resources: readonly Resource[];
  readonly classesOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * Subgroups that no activity and no constraint tells apart become one resource: files that cross every choice with every
 * other have hundreds of equal ones. `copies` keeps the amounts as if they were apart.
 */
export function mergeSubgroups(file: FetFile, active: readonly FetActivity[]): MergedSubgroups {
  const mentioned = mentionedSets(file, active);
  const signatures = new Map<string, string[]>(file.students.subgroups.map((subgroup) => [subgroup, []]));
  for (const set of mentioned) {
    for (const subgroup of file.students.sets.get(set) ?? []) signatures.get(subgroup)?.push(set);
  }
  const classes = new Map<string, string[]>();
  for (const [subgroup, sets] of signatures) {
    const key = JSON.stringify(sets);
    classes.set(key, [...(classes.get(key) ?? []), subgroup]);
  }
  const classOf = new Map<string, string>();
  const resources = [...classes.values()].map((members) => {
    const id = `students:${members[0] ?? ''}`;
    for (const member of members) classOf.set(member, id);
    return studentsResource(id, labelOf(members, file), members.length);
  });
  const classesOf = [...file.students.sets].map(([set, members]): [string, string[]] => {
    return [set, [...new Set([...members].flatMap((member) => classOf.get(member) ?? []))]];
  });
  return { resources, classesOf: new Map(classesOf) };
}

function mentionedSets(file: FetFile, active: readonly FetActivity[]): Set<string> {
  const inRules = file.constraints.flatMap((node) => all(node, 'Students', 'Students_Name').map((child) => child.text));
  return new Set([...active.flatMap((activity) => activity.students), ...inRules]);
}

/** The name of a set that has exactly these subgroups, else of the first subgroup. */
function labelOf(members: readonly string[], file: FetFile): string {
  const exact = [...file.students.sets].find(
    ([, set]) => set.size === members.length && members.every((member) => set.has(member)),
  );
  return exact?.[0] ?? members[0]?.replace(/^[a-z]+\//, '') ?? '';
}

function studentsResource(id: string, label: string, copies: number): Resource {
  return { id, kind: 'students', label, calendar: 'week', atOnce: 1, copies, seats: null, building: null };
}
