import { all, text, whole } from './element.ts';
import type { FetStudents } from './fetFile.ts';
import type { XmlNode } from './xmlNode.ts';

/**
 * Years, groups and subgroups as sets of subgroups. A group or year without parts is one subgroup of its own; the same
 * group may stand in several years, the same subgroup in several groups (FET manual, "Students").
 */
export function readStudents(list: readonly XmlNode[]): FetStudents {
  const subgroups = new Map<string, string>();
  const sets = new Map<string, Set<string>>();
  const sizes = new Map<string, number>();
  const atom = (kind: string, name: string): string => {
    const key = `${kind}/${name}`;
    subgroups.set(key, name);
    return key;
  };
  const note = (node: XmlNode, name: string, members: Set<string>): void => {
    sets.set(name, members);
    sizes.set(name, whole(node, ['Number_of_Students'], 0));
  };
  const groupMembers = (group: XmlNode): Set<string> => {
    const name = text(group, 'Name');
    const known = sets.get(name);
    if (known) return known;
    const members = new Set<string>();
    for (const subgroup of all(group, 'Subgroup')) {
      const own = text(subgroup, 'Name');
      const key = atom('subgroup', own);
      members.add(key);
      if (!sets.has(own)) note(subgroup, own, new Set([key]));
    }
    if (members.size === 0) members.add(atom('group', name));
    note(group, name, members);
    return members;
  };
  for (const year of list) {
    const name = text(year, 'Name');
    const members = new Set(all(year, 'Group').flatMap((group) => [...groupMembers(group)]));
    if (members.size === 0) members.add(atom('year', name));
    note(year, name, members);
  }
  return { subgroups: [...subgroups.keys()], sets, sizes };
}
