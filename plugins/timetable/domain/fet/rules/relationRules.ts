import { isHard } from '../../model/constraint.ts';
import type { SameStart } from '../../model/constraints/sameStart.ts';
import type { Sequence } from '../../model/constraints/sequence.ts';
import { flag, whole } from '../element.ts';
import type { FetContext } from '../fetContext.ts';
import type { XmlNode } from '../xmlNode.ts';
import { filtered } from './filters.ts';
import { slotAtoms } from './slots.ts';
import type { Translate, TranslatorList } from './translate.ts';

/** The active activities, or null when fewer than `least` are active: then the constraint says nothing. */
export function atLeast(least: number, node: XmlNode, context: FetContext): string[] | null {
  const activities = context.activities(node);
  return activities.length >= least ? activities : null;
}

const minDays: Translate = (node, base, context) => {
  const activities = atLeast(2, node, context);
  if (!activities) return null;
  const min = whole(node, ['MinDays', 'Min_Days']);
  const apart = { ...base, kind: 'days-between', activities, min, max: null } as const;
  const joined = flag(node, 'Consecutive_If_Same_Day', false) && !isHard(base);
  return joined ? [apart, { id: `${base.id}/joined`, weight: 100, kind: 'joined-if-same-day', activities }] : [apart];
};

const maxDays: Translate = (node, base, context) => {
  const activities = atLeast(2, node, context);
  const max = whole(node, ['MaxDays', 'Max_Days']);
  return activities && [{ ...base, kind: 'days-between', activities, min: 0, max }];
};

const minGaps: Translate = (node, base, context) => {
  const activities = atLeast(2, node, context);
  return activities && [{ ...base, kind: 'gaps-between', activities, min: whole(node, ['MinGaps', 'Min_Gaps']) }];
};

const sameStart =
  (what: SameStart['what']): Translate =>
  (node, base, context) => {
    const activities = atLeast(2, node, context);
    return activities && [{ ...base, kind: 'same-start', activities, what }];
  };

const notOverlapping: Translate = (node, base, context) => {
  const activities = atLeast(2, node, context);
  return activities && [{ ...base, kind: 'not-overlapping', activities }];
};

const sequence =
  (how: Sequence['how'], ...names: readonly string[]): Translate =>
  (node, base, context) => {
    const activities = names.map((name) => context.activity(node, name)).filter((id) => id !== null);
    return activities.length < names.length ? null : [{ ...base, kind: 'sequence', activities, how }];
  };

const endsDay: Translate = (node, base, context) => {
  const one = node.name === 'ConstraintActivityEndsStudentsDay';
  const id = one ? context.activity(node, 'Activity_Id') : null;
  const activities = one ? (id === null ? [] : [id]) : filtered(node, context);
  return activities.length === 0 ? null : [{ ...base, kind: 'ends-day', activities }];
};

const measure = (base: { readonly weight: number }): 'case' | 'excess' => (isHard(base) ? 'excess' : 'case');

const occupied =
  (bound: 'min' | 'max'): Translate =>
  (node, base, context) => {
    const activities = atLeast(1, node, context);
    if (!activities) return null;
    const count = whole(node, ['Max_Number_of_Occupied_Time_Slots', 'Min_Number_of_Occupied_Time_Slots']);
    const limits = bound === 'min' ? { min: count, max: null } : { min: 0, max: count };
    const atoms = [...new Set(slotAtoms(node, 'Selected_Time_Slot', context))];
    return [{ ...base, kind: 'occupied-atoms', activities, atoms, ...limits, measure: measure(base) }];
  };

const simultaneous =
  (bound: 'min' | 'max'): Translate =>
  (node, base, context) => {
    const activities = atLeast(1, node, context);
    if (!activities) return null;
    const count = whole(node, ['Max_Number_of_Simultaneous_Activities', 'Min_Number_of_Simultaneous_Activities']);
    const limits = bound === 'min' ? { min: count, max: null } : { min: 0, max: count };
    const atoms = [...new Set(slotAtoms(node, 'Selected_Time_Slot', context))];
    const emptyAllowed = flag(node, 'Allow_Empty_Slots', false);
    return [{ ...base, kind: 'simultaneous', activities, atoms, ...limits, emptyAllowed, measure: measure(base) }];
  };

const FIRST = 'First_Activity_Id';
const SECOND = 'Second_Activity_Id';
const THIRD = 'Third_Activity_Id';

/** How activities lie to each other. */
export const RELATION_RULES: TranslatorList = [
  ['MinDaysBetweenActivities', minDays],
  ['MaxDaysBetweenActivities', maxDays],
  ['MinGapsBetweenActivities', minGaps],
  ['ActivitiesSameStartingTime', sameStart('time')],
  ['ActivitiesSameStartingDay', sameStart('day')],
  ['ActivitiesSameStartingHour', sameStart('hour')],
  ['ActivitiesNotOverlapping', notOverlapping],
  ['TwoActivitiesConsecutive', sequence('consecutive', FIRST, SECOND)],
  ['TwoActivitiesGrouped', sequence('grouped', FIRST, SECOND)],
  ['ThreeActivitiesGrouped', sequence('grouped', FIRST, SECOND, THIRD)],
  ['TwoActivitiesOrdered', sequence('ordered', FIRST, SECOND)],
  ['TwoActivitiesOrderedIfSameDay', sequence('ordered-if-same-day', FIRST, SECOND)],
  ['ActivityEndsStudentsDay', endsDay],
  ['ActivitiesEndStudentsDay', endsDay],
  ['ActivitiesOccupyMaxTimeSlotsFromSelection', occupied('max')],
  ['ActivitiesOccupyMinTimeSlotsFromSelection', occupied('min')],
  ['ActivitiesMaxSimultaneousInSelectedTimeSlots', simultaneous('max')],
  ['ActivitiesMinSimultaneousInSelectedTimeSlots', simultaneous('min')],
];
