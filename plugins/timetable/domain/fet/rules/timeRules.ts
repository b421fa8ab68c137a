import { all, text } from '../element.ts';
import type { FetContext } from '../fetContext.ts';
import type { XmlNode } from '../xmlNode.ts';
import { filtered } from './filters.ts';
import { placesAt, slotAtoms } from './slots.ts';
import type { Translate, TranslatorList } from './translate.ts';

const breaks: Translate = (node, base, context) => [
  { ...base, kind: 'breaks', atoms: slotAtoms(node, 'Break_Time', context) },
];

const teacherAway: Translate = (node, base, context) => [
  {
    ...base,
    kind: 'unavailable',
    resource: context.teacher(node),
    atoms: slotAtoms(node, 'Not_Available_Time', context),
  },
];

const roomAway: Translate = (node, base, context) => [
  {
    ...base,
    kind: 'unavailable',
    resource: context.room(text(node, 'Room'), node),
    atoms: slotAtoms(node, 'Not_Available_Time', context),
  },
];

const studentsAway: Translate = (node, base, context) => {
  const atoms = slotAtoms(node, 'Not_Available_Time', context);
  const sets = context.studentsOf(text(node, 'Students', 'Students_Name'), node);
  return sets.map((resource, index) => ({ ...base, id: `${base.id}/${index}`, kind: 'unavailable', resource, atoms }));
};

/** The one activity of the constraint as a list; null when it is inactive. */
function oneActivity(node: XmlNode, context: FetContext): string[] | null {
  const id = context.activity(node, 'Activity_Id');
  return id === null ? null : [id];
}

type Targets = (node: XmlNode, context: FetContext) => string[] | null;

const startingTime: Translate = (node, base, context) => {
  const activities = oneActivity(node, context);
  const day = text(node, 'Preferred_Day', 'Day');
  const places = placesAt(day, text(node, 'Preferred_Hour', 'Hour'), node, context);
  return activities && [{ ...base, kind: 'allowed-starts', activities, places }];
};

const startingDay: Translate = (node, base, context) => {
  const activities = oneActivity(node, context);
  const places = placesAt(text(node, 'Preferred_Day', 'Day'), '', node, context);
  return activities && [{ ...base, kind: 'allowed-starts', activities, places }];
};

const startingTimes =
  (targets: Targets): Translate =>
  (node, base, context) => {
    const activities = targets(node, context);
    const places = all(node, 'Preferred_Starting_Time').flatMap((item) =>
      placesAt(
        text(item, 'Preferred_Starting_Day', 'Day'),
        text(item, 'Preferred_Starting_Hour', 'Hour'),
        item,
        context,
      ),
    );
    return activities && [{ ...base, kind: 'allowed-starts', activities, places }];
  };

const timeSlots =
  (targets: Targets): Translate =>
  (node, base, context) => {
    const activities = targets(node, context);
    return (
      activities && [
        { ...base, kind: 'allowed-atoms', activities, atoms: slotAtoms(node, 'Preferred_Time_Slot', context) },
      ]
    );
  };

/** When activities may be held at all. */
export const TIME_RULES: TranslatorList = [
  ['BreakTimes', breaks],
  ['TeacherNotAvailableTimes', teacherAway],
  ['StudentsSetNotAvailableTimes', studentsAway],
  ['RoomNotAvailableTimes', roomAway],
  ['ActivityPreferredStartingTime', startingTime],
  ['ActivityPreferredDay', startingDay],
  ['ActivityPreferredStartingTimes', startingTimes(oneActivity)],
  ['ActivitiesPreferredStartingTimes', startingTimes(filtered)],
  ['SubactivitiesPreferredStartingTimes', startingTimes(filtered)],
  ['ActivityPreferredTimeSlots', timeSlots(oneActivity)],
  ['ActivitiesPreferredTimeSlots', timeSlots(filtered)],
  ['SubactivitiesPreferredTimeSlots', timeSlots(filtered)],
];
