import { all, text, whole } from '../element.ts';
import type { FetContext } from '../fetContext.ts';
import type { XmlNode } from '../xmlNode.ts';
import type { Translate, TranslatorList } from './translate.ts';

interface RoomRule {
  targets(node: XmlNode, context: FetContext): string[];
  rooms(node: XmlNode): string[];
}

/** Rooms named by a constraint about one room or several. */
export function roomsOf(node: XmlNode): string[] {
  const several = all(node, 'Preferred_Room').map((child) => child.text);
  return several.length > 0 ? several : [text(node, 'Room')];
}

function bySubjectAndTag(node: XmlNode, context: FetContext): string[] {
  const subject = node.name.includes('Subject') ? text(node, 'Subject', 'Subject_Name') : null;
  const tag = node.name.includes('ActivityTag') ? text(node, 'Activity_Tag', 'Activity_Tag_Name') : null;
  return context.active
    .filter((activity) => subject === null || activity.subject === subject)
    .filter((activity) => tag === null || activity.tags.includes(tag))
    .map((activity) => String(activity.id));
}

function single(node: XmlNode, context: FetContext): string[] {
  const id = context.activity(node, 'Activity_Id');
  return id === null ? [] : [id];
}

const PREFERRED = ['Activity', 'Subject', 'ActivityTag', 'SubjectActivityTag'].flatMap((what) =>
  ['Room', 'Rooms'].map((rooms) => ({ what, name: `${what}Preferred${rooms}` })),
);

/** Preferred-room constraints by element name: whom they are about, and which rooms. */
export const ROOM_RULE: ReadonlyMap<string, RoomRule> = new Map(
  PREFERRED.map(({ what, name }) => [
    `Constraint${name}`,
    { targets: what === 'Activity' ? single : bySubjectAndTag, rooms: roomsOf },
  ]),
);

const preferred: Translate = (node, base, context) => {
  const activities = ROOM_RULE.get(node.name)?.targets(node, context) ?? [];
  const rooms = roomsOf(node).map((name) => context.room(name, node));
  return activities.length === 0 ? null : [{ ...base, kind: 'allowed-rooms', activities, rooms }];
};

/** Activities whose only students set (or teacher) it is; rooms that they prefer otherwise are as good as home. */
const home =
  (whose: 'students' | 'teachers'): Translate =>
  (node, base, context) => {
    const owner =
      whose === 'students' ? text(node, 'Students', 'Students_Name') : text(node, 'Teacher', 'Teacher_Name');
    const own = context.active.filter((activity) => activity[whose].length === 1 && activity[whose][0] === owner);
    const rooms = roomsOf(node).map((name) => context.room(name, node));
    return own.map((activity, index) => {
      const id = String(activity.id);
      const other = [...context.preferredRooms(id)].map((name) => context.room(name, node));
      return {
        ...base,
        id: `${base.id}/${index}`,
        kind: 'allowed-rooms',
        activities: [id],
        rooms: [...rooms, ...other],
      };
    });
  };

const differentRooms: Translate = (node, base, context) => {
  const activities = context.activities(node);
  const max = whole(node, ['Max_Number_of_Different_Rooms']);
  return activities.length === 0 ? null : [{ ...base, kind: 'different-rooms', activities, max }];
};

const sameRoom: Translate = (node, base, context) => {
  const activities = context.activities(node);
  return activities.length < 2 ? null : [{ ...base, kind: 'same-room-if-consecutive', activities }];
};

/** Which rooms activities may use. */
export const ROOM_RULES: TranslatorList = [
  ...PREFERRED.map(({ name }): [string, Translate] => [name, preferred]),
  ['StudentsSetHomeRoom', home('students')],
  ['StudentsSetHomeRooms', home('students')],
  ['TeacherHomeRoom', home('teachers')],
  ['TeacherHomeRooms', home('teachers')],
  ['ActivitiesOccupyMaxDifferentRooms', differentRooms],
  ['ActivitiesSameRoomIfConsecutive', sameRoom],
];
