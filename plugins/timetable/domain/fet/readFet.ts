import { all, flag, text, whole } from './element.ts';
import { FetError } from './fetError.ts';
import type { FetActivity, FetFile, FetRoom, FetStudents } from './fetFile.ts';
import { readStudents } from './students.ts';
import { parseXml, type XmlNode } from './xmlNode.ts';

/**
 * Reads a .fet file of FET 5, 6 or 7 in its official mode.
 * Throws FetError, with the line, for XML that is malformed and for data that contradict themselves.
 */
export function readFet(xml: string): FetFile {
  const root = parseXml(xml);
  if (root.name.toLowerCase() !== 'fet')
    throw new FetError(`this is not a .fet file: its root is <${root.name}>`, root.line);
  const version = root.attributes.get('version') ?? '';
  refuseOtherModes(root, version);
  const days = names(listOf(root, 'Days_List', 'Day'));
  const hours = names(listOf(root, 'Hours_List', 'Hour'));
  if (days.length === 0 || hours.length === 0) throw new FetError('there are no days or no hours', root.line);
  const students = readStudents(listOf(root, 'Students_List', 'Year'));
  const teachers = names(listOf(root, 'Teachers_List', 'Teacher'));
  const activities = listOf(root, 'Activities_List', 'Activity').map((node) => readActivity(node, students));
  refuseBadActivities(activities, new Set(teachers));
  return {
    version,
    days,
    hours,
    teachers,
    students,
    rooms: listOf(root, 'Rooms_List', 'Room').map(readRoom),
    activities,
    constraints: [...listOf(root, 'Time_Constraints_List'), ...listOf(root, 'Space_Constraints_List')],
  };
}

function listOf(root: XmlNode, list: string, item?: string): XmlNode[] {
  const items = all(root, list).flatMap((node) => node.children);
  return item === undefined
    ? items.filter((node) => node.name.startsWith('Constraint'))
    : items.filter((node) => node.name === item);
}

/** Names of days, hours, teachers; before FET 5.5 a day or hour was its own text. They have to differ. */
function names(nodes: readonly XmlNode[]): string[] {
  const seen = new Set<string>();
  for (const node of nodes) {
    const name = nameOf(node);
    if (seen.has(name)) throw new FetError(`<${node.name}>: the name "${name}" occurs twice`, node.line);
    seen.add(name);
  }
  return [...seen];
}

const nameOf = (node: XmlNode): string => (all(node, 'Name').length > 0 ? text(node, 'Name') : node.text);

/** Other modes give days and hours another meaning; solving them as if they were official would mislead. */
function refuseOtherModes(root: XmlNode, version: string): void {
  const mode = text(root, 'Mode').trim();
  const suffix = version.toLowerCase().replace(/^[0-9.]+/, '');
  const other = mode === '' ? /^-(bp|ma|morocco|algeria)/.test(suffix) : mode.toLowerCase() !== 'official';
  if (other) throw new FetError(`the mode "${mode || version}" is not supported, only the official one`, root.line);
}

function readRoom(node: XmlNode): FetRoom {
  const building = text(node, 'Building');
  return {
    name: nameOf(node),
    seats: text(node, 'Capacity').trim() === '' ? null : whole(node, ['Capacity']),
    building: building === '' ? null : building,
    isVirtual: flag(node, 'Virtual', false),
  };
}

function readActivity(node: XmlNode, students: FetStudents): FetActivity {
  const id = whole(node, ['Id']);
  const group = whole(node, ['Activity_Group_Id'], 0);
  const sets = all(node, 'Students').map((child) => child.text);
  const unknown = sets.find((name) => !students.sets.has(name));
  if (unknown !== undefined) throw new FetError(`activity ${id}: unknown students "${unknown}"`, node.line);
  return {
    id,
    teachers: [...new Set(all(node, 'Teacher').map((child) => child.text))],
    subject: text(node, 'Subject'),
    tags: all(node, 'Activity_Tag')
      .map((child) => child.text)
      .filter((tag) => tag !== ''),
    students: sets,
    duration: whole(node, ['Duration'], 1),
    component: group > 0 ? id - group + 1 : 1,
    active: flag(node, 'Active', true),
    size: whole(
      node,
      ['Number_Of_Students'],
      sets.reduce((sum, name) => sum + (students.sizes.get(name) ?? 0), 0),
    ),
    line: node.line,
  };
}

function refuseBadActivities(activities: readonly FetActivity[], teachers: ReadonlySet<string>): void {
  const seen = new Set<number>();
  for (const activity of activities) {
    const unknown = activity.teachers.find((name) => !teachers.has(name));
    if (unknown !== undefined)
      throw new FetError(`activity ${activity.id}: unknown teacher "${unknown}"`, activity.line);
    if (seen.has(activity.id)) throw new FetError(`activity Id ${activity.id} occurs twice`, activity.line);
    if (activity.duration < 1) throw new FetError(`activity ${activity.id}: the duration is below 1`, activity.line);
    seen.add(activity.id);
  }
}
