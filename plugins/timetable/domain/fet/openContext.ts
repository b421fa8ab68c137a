import { all, text } from './element.ts';
import { type FetContext, roomId, teacherId } from './fetContext.ts';
import { FetError } from './fetError.ts';
import type { FetFile } from './fetFile.ts';
import { mergeSubgroups } from './mergeSubgroups.ts';
import { ROOM_RULE } from './rules/roomRules.ts';
import { TaggedResources } from './taggedResources.ts';
import type { XmlNode } from './xmlNode.ts';

/** Reads the names of a file into lookups. */
export function openContext(file: FetFile): FetContext {
  const active = file.activities.filter((activity) => activity.active);
  const activeIds = new Set(active.map((activity) => activity.id));
  const allIds = new Set(file.activities.map((activity) => activity.id));
  const merged = mergeSubgroups(file, active);
  const preferred = new Map<string, ReadonlySet<string>>();
  const known = (raw: string, node: XmlNode): number => {
    const id = Number(raw.trim());
    if (!allIds.has(id)) throw new FetError(`<${node.name}>: unknown activity "${raw}"`, node.line);
    return id;
  };
  const context: FetContext = {
    file,
    active,
    tagged: new TaggedResources(active, (activity) =>
      activity.students.flatMap((set) => merged.classesOf.get(set) ?? []),
    ),
    studentResources: merged.resources,
    dayIndex: indexIn(file.days, 'day'),
    hourIndex: indexIn(file.hours, 'hour'),
    teacher: (node) => {
      const name = text(node, 'Teacher', 'Teacher_Name');
      indexIn(file.teachers, 'teacher')(name, node);
      return teacherId(name);
    },
    allTeachers: () => file.teachers.map(teacherId),
    studentsOf: (set, node) => {
      const classes = merged.classesOf.get(set);
      if (!classes) throw new FetError(`<${node.name}>: unknown students "${set}"`, node.line);
      return classes;
    },
    allStudents: () => merged.resources.map((resource) => resource.id),
    room: (name, node) => {
      if (!file.rooms.some((room) => room.name === name))
        throw new FetError(`<${node.name}>: unknown room "${name}"`, node.line);
      return roomId(name);
    },
    activities: (node) => {
      const ids = all(node, 'Activity_Id').map((child) => known(child.text, child));
      return [...new Set(ids)].filter((id) => activeIds.has(id)).map(String);
    },
    activity: (node, name) => {
      const id = known(text(node, name), node);
      return activeIds.has(id) ? String(id) : null;
    },
    preferredRooms: (activity) => preferred.get(activity) ?? new Set(),
  };
  notePreferredRooms(context, preferred);
  return context;
}

function indexIn(names: readonly string[], what: string): (name: string, node: XmlNode) => number {
  const index = new Map(names.map((name, at) => [name, at]));
  return (name, node) => {
    const at = index.get(name) ?? index.get(name.trim());
    if (at === undefined) throw new FetError(`<${node.name}>: unknown ${what} "${name}"`, node.line);
    return at;
  };
}

function notePreferredRooms(context: FetContext, preferred: Map<string, ReadonlySet<string>>): void {
  for (const node of context.file.constraints) {
    const rule = ROOM_RULE.get(node.name);
    if (!rule || text(node, 'Active').trim().toLowerCase() === 'false') continue;
    for (const id of rule.targets(node, context)) {
      preferred.set(id, new Set([...(preferred.get(id) ?? []), ...rule.rooms(node)]));
    }
  }
}
