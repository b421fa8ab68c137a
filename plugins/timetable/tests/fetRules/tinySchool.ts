import { placeId, roomId } from '../../domain/fet/fetContext.ts';
import { type FetProblem, fetProblem } from '../../domain/fet/fetProblem.ts';
import { readFet } from '../../domain/fet/readFet.ts';
import type { Assignment, Placement } from '../../domain/model/assignment.ts';

const list = (outer: string, inner: string, names: readonly string[]): string =>
  `<${outer}>${names.map((name) => `<${inner}><Name>${name}</Name></${inner}>`).join('')}</${outer}>`;

const LESSONS = [
  { id: 1, teacher: 'T1', students: 'A', subject: 'Math', tag: 'Lab' },
  { id: 2, teacher: 'T1', students: 'A', subject: 'Math', tag: 'Lab' },
  { id: 3, teacher: 'T1', students: 'A', subject: 'Art', tag: '' },
  { id: 4, teacher: 'T2', students: 'B', subject: 'Math', tag: '' },
  { id: 5, teacher: 'T2', students: 'B', subject: 'Art', tag: '' },
];

const lesson = ({ id, teacher, students, subject, tag }: (typeof LESSONS)[number]): string =>
  `<Activity><Teacher>${teacher}</Teacher><Subject>${subject}</Subject>${tag && `<Activity_Tag>${tag}</Activity_Tag>`}` +
  `<Students>${students}</Students><Duration>1</Duration><Id>${id}</Id><Activity_Group_Id>0</Activity_Group_Id><Active>true</Active></Activity>`;

/** Three days of four hours; lessons 1, 2 (tag Lab) and 3 of teacher T1 with class A, 4 and 5 of T2 with B, two rooms, and one constraint. */
export function tinySchool(type: string, body: string, weight: number): FetProblem {
  const constraint = `<Constraint${type}><Weight_Percentage>${weight}</Weight_Percentage>${body}<Active>true</Active></Constraint${type}>`;
  const xml = [
    '<fet version="6.8.5">',
    list('Days_List', 'Day', ['D1', 'D2', 'D3']),
    list('Hours_List', 'Hour', ['H1', 'H2', 'H3', 'H4']),
    list('Subjects_List', 'Subject', ['Math', 'Art']),
    list('Activity_Tags_List', 'Activity_Tag', ['Lab']),
    list('Teachers_List', 'Teacher', ['T1', 'T2']),
    list('Students_List', 'Year', ['A', 'B']),
    list('Rooms_List', 'Room', ['R1', 'R2']),
    `<Activities_List>${LESSONS.map(lesson).join('')}</Activities_List>`,
    `<Time_Constraints_List>${constraint}</Time_Constraints_List>`,
    '</fet>',
  ];
  return fetProblem(readFet(xml.join('\n')));
}

/** `11 12 21 ..`: day and hour of each lesson in turn, both counted from 1; a third digit is its room. */
export const at = (places: string): Assignment =>
  new Map(
    places.split(' ').map((place, index): [string, Placement] => {
      const [day = 0, hour = 0] = [...place].map((digit) => Number(digit) - 1);
      const room = place.length > 2 ? roomId(`R${place.slice(2)}`) : null;
      return [String(index + 1), { place: placeId(day, hour), room }];
    }),
  );
