import { all, flag, text } from './element.ts';
import type { XmlNode } from './xmlNode.ts';

/**
 * FET keeps only the first of some constraints that say the same, and one not-available constraint per teacher or set.
 * Weights are compared as written, as FET does.
 */
export function withoutDuplicates(nodes: readonly XmlNode[]): XmlNode[] {
  const seen = new Set<string>();
  return nodes.filter((node) => {
    const key = keyOf(node);
    if (key === null) return true;
    const whole = JSON.stringify([node.name, key]);
    if (seen.has(whole)) return false;
    seen.add(whole);
    return true;
  });
}

function keyOf(node: XmlNode): readonly (string | boolean)[] | null {
  const weight = text(node, 'Weight_Percentage');
  const active = flag(node, 'Active', true);
  const listed = (name: string): string[] => all(node, name).map((child) => child.text);
  switch (node.name) {
    case 'ConstraintActivityPreferredStartingTime':
      return [
        text(node, 'Activity_Id'),
        text(node, 'Preferred_Day', 'Day'),
        text(node, 'Preferred_Hour', 'Hour'),
        weight,
        active,
      ];
    case 'ConstraintActivityPreferredRoom':
      return [text(node, 'Activity_Id'), text(node, 'Room'), weight, active, ...listed('Real_Room')];
    case 'ConstraintMinDaysBetweenActivities':
      return [
        text(node, 'MinDays', 'Min_Days'),
        weight,
        flag(node, 'Consecutive_If_Same_Day', false),
        ...listed('Activity_Id'),
      ];
    case 'ConstraintTeacherNotAvailableTimes':
      return [text(node, 'Teacher', 'Teacher_Name')];
    case 'ConstraintStudentsSetNotAvailableTimes':
      return [text(node, 'Students', 'Students_Name')];
    case 'ConstraintBreakTimes':
      return [];
    default:
      return null;
  }
}
