import { text, whole } from '../element.ts';
import type { FetContext } from '../fetContext.ts';
import type { FetActivity } from '../fetFile.ts';
import type { XmlNode } from '../xmlNode.ts';

/** Active activities that a "set of activities" constraint speaks of: by teacher, students, subject, tag, duration. */
export function filtered(node: XmlNode, context: FetContext): string[] {
  const teacher = text(node, 'Teacher_Name', 'Teacher');
  const set = text(node, 'Students_Name', 'Students');
  const subject = text(node, 'Subject_Name', 'Subject');
  const tag = text(node, 'Activity_Tag_Name', 'Activity_Tag');
  const duration = whole(node, ['Duration'], 0);
  const component = node.name.startsWith('ConstraintSubactivities') ? whole(node, ['Component_Number']) : 0;
  const wanted = set === '' ? null : new Set(context.studentsOf(set, node));
  const meets = (activity: FetActivity): boolean =>
    wanted === null || activity.students.some((name) => context.studentsOf(name, node).some((one) => wanted.has(one)));
  return context.active
    .filter((activity) => teacher === '' || activity.teachers.includes(teacher))
    .filter((activity) => subject === '' || activity.subject === subject)
    .filter((activity) => tag === '' || activity.tags.includes(tag))
    .filter((activity) => duration < 1 || activity.duration === duration)
    .filter((activity) => component < 1 || activity.component === component)
    .filter(meets)
    .map((activity) => String(activity.id));
}
