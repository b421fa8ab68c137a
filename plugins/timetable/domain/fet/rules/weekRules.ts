import { type Constraint, isHard } from '../../model/constraint.ts';
import type { ConstraintBase } from '../../model/view.ts';
import { flag, text, whole } from '../element.ts';
import type { FetContext } from '../fetContext.ts';
import type { XmlNode } from '../xmlNode.ts';
import type { Translate, TranslatorList } from './translate.ts';

/** Whom a constraint is about; its name begins with the key. */
const WHO = {
  Teacher: (node: XmlNode, context: FetContext) => [context.teacher(node)],
  Teachers: (_node: XmlNode, context: FetContext) => context.allTeachers(),
  StudentsSet: (node: XmlNode, context: FetContext) =>
    context.studentsOf(text(node, 'Students', 'Students_Name'), node),
  Students: (_node: XmlNode, context: FetContext) => context.allStudents(),
} as const;

type Who = keyof typeof WHO;
const EVERYONE: readonly Who[] = ['Teacher', 'Teachers', 'StudentsSet', 'Students'];

interface Subject extends ConstraintBase {
  readonly resources: readonly string[];
}
type Make = (node: XmlNode, subject: Subject, facts: { isTeacher: boolean; context: FetContext }) => Constraint;

/** Registers a rule for one teacher, all teachers, one students set, all students. */
function family(pattern: string, make: Make, kinds: readonly Who[] = EVERYONE): [string, Translate][] {
  return kinds.map((kind) => [
    `${kind}${pattern}`,
    (node, base, context) => {
      const resources = WHO[kind](node, context);
      return [make(node, { ...base, resources }, { isTeacher: kind.startsWith('Teacher'), context })];
    },
  ]);
}

const excess = (base: ConstraintBase): 'case' | 'excess' => (isHard(base) ? 'excess' : 'case');

/** The same resources, only with their activities that have the tag. */
function tagged(node: XmlNode, subject: Subject, context: FetContext): Subject {
  const tag = text(node, 'Activity_Tag_Name', 'Activity_Tag');
  const copies = new Map(context.studentResources.map((resource) => [resource.id, resource.copies]));
  return { ...subject, resources: subject.resources.map((id) => context.tagged.of(id, tag, copies.get(id) ?? 1)) };
}

function interval(node: XmlNode, context: FetContext): { from: number; to: number } {
  const end = text(node, 'Interval_End_Hour');
  return {
    from: context.hourIndex(text(node, 'Interval_Start_Hour'), node),
    to: end.trim() === '' ? context.file.hours.length : context.hourIndex(end, node),
  };
}

/** Limits on the days and weeks of teachers and students. A negative number of gaps means no limit, as in FET. */
export const WEEK_RULES: TranslatorList = [
  ...family('MaxDaysPerWeek', (node, subject, { isTeacher }) => ({
    ...subject,
    kind: 'max-days',
    days: whole(node, ['Max_Days_Per_Week']),
    measure: isTeacher ? 'hours' : 'days',
  })),
  ...family('MinDaysPerWeek', (node, subject) => ({
    ...subject,
    kind: 'min-days',
    days: whole(node, ['Minimum_Days_Per_Week', 'Min_Days_Per_Week']),
  })),
  ...family('MaxGapsPerWeek', (node, subject) => gaps(node, subject, 'week')),
  ...family('MaxGapsPerDay', (node, subject) => gaps(node, subject, 'day')),
  ...family('MaxHoursDaily', (node, subject) => ({
    ...subject,
    kind: 'max-hours',
    hours: whole(node, ['Maximum_Hours_Daily', 'Max_Hours_Daily']),
    measure: excess(subject),
  })),
  ...family('MinHoursDaily', (node, subject, { isTeacher }) => ({
    ...subject,
    kind: 'min-hours',
    hours: whole(node, ['Minimum_Hours_Daily', 'Min_Hours_Daily']),
    emptyDays: flag(node, 'Allow_Empty_Days', isTeacher),
    measure: isTeacher && !isHard(subject) ? 'case' : 'missing',
  })),
  ...family('MaxHoursContinuously', (node, subject) => ({
    ...subject,
    kind: 'max-continuous',
    hours: whole(node, ['Maximum_Hours_Continuously', 'Max_Hours_Continuously']),
    measure: excess(subject),
  })),
  ...family('ActivityTagMaxHoursDaily', (node, subject, { context }) => ({
    ...tagged(node, subject, context),
    kind: 'max-hours',
    hours: whole(node, ['Maximum_Hours_Daily']),
    measure: excess(subject),
  })),
  ...family('ActivityTagMaxHoursContinuously', (node, subject, { context }) => ({
    ...tagged(node, subject, context),
    kind: 'max-continuous',
    hours: whole(node, ['Maximum_Hours_Continuously']),
    measure: excess(subject),
  })),
  ...family('IntervalMaxDaysPerWeek', (node, subject, { context }) => ({
    ...subject,
    kind: 'interval-days',
    days: whole(node, ['Max_Days_Per_Week']),
    ...interval(node, context),
  })),
  ...family(
    'EarlyMaxBeginningsAtSecondHour',
    (node, subject) => ({ ...subject, kind: 'early-start', late: whole(node, ['Max_Beginnings_At_Second_Hour']) }),
    ['StudentsSet', 'Students'],
  ),
  ...family('MaxSpanPerDay', (node, subject) => ({
    ...subject,
    kind: 'max-span',
    hours: whole(node, ['Max_Span']),
    oneLonger: flag(node, 'Allow_One_Day_Exception_of_Plus_One', false),
  })),
  ...family('MinRestingHours', (node, subject) => ({
    ...subject,
    kind: 'min-rest',
    hours: whole(node, ['Minimum_Resting_Hours', 'Min_Resting_Hours']),
    circular: flag(node, 'Circular', false),
  })),
  ...family('MaxBuildingChangesPerDay', (node, subject) => ({
    ...subject,
    kind: 'building-changes',
    limit: { per: 'day', max: whole(node, ['Max_Building_Changes_Per_Day']) },
  })),
  ...family('MaxBuildingChangesPerWeek', (node, subject) => ({
    ...subject,
    kind: 'building-changes',
    limit: { per: 'week', max: whole(node, ['Max_Building_Changes_Per_Week']) },
  })),
  ...family('MinGapsBetweenBuildingChanges', (node, subject) => ({
    ...subject,
    kind: 'building-changes',
    limit: { per: 'change', minGaps: whole(node, ['Min_Gaps_Between_Building_Changes']) },
  })),
];

function gaps(node: XmlNode, subject: Subject, per: 'day' | 'week'): Constraint {
  const limit = whole(node, ['Max_Gaps']);
  return { ...subject, kind: 'max-gaps', per, gaps: limit < 0 ? Number.MAX_SAFE_INTEGER : limit };
}
