import type { App } from '../../server/app.ts';
import { insertInto, nextNumber } from './rows.ts';
import { type TestPeople, testPeople } from './testPeople.ts';

interface HomeSchool {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
}

interface Group {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  readonly zone: string;
}

interface Subgroup {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
}

interface Subject {
  readonly id: string;
  readonly name: string;
}

interface Course {
  readonly id: string;
  readonly groupId: string;
  readonly subgroupId: string | null;
  readonly subjectId: string;
  readonly teacherId: string | null;
  readonly lessonsAWeek: number;
  readonly lessonMinutes: number;
}

interface Term {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

interface GridPlace {
  readonly weekday: number;
  readonly hour: number;
  readonly startsTime: string;
  readonly minutes: number;
}

type One = { readonly id: string };
type Dates = { readonly fromOn?: string; readonly untilOn?: string | null };

/**
 * Makes people and the school as rows: each valid by itself, in a school year that began on 1 September
 * 2026, with whatever a test wants to be different. No command runs and nothing is emitted.
 */
export interface TestSchool extends TestPeople {
  homeSchool(over?: Partial<HomeSchool>): Promise<HomeSchool>;
  subject(over?: Partial<Subject>): Promise<Subject>;
  /** Without people and grid. */
  group(over?: Partial<Group>): Promise<Group>;
  subgroup(group: One, over?: Partial<Subgroup>): Promise<Subgroup>;
  member(group: One, student: One, dates?: Dates): Promise<void>;
  subgroupMember(subgroup: One, student: One, dates?: Dates): Promise<void>;
  /** Makes this person a tutor of the group. */
  tutor(group: One, person: One, dates?: Dates): Promise<void>;
  /** In a new subject, with a new teacher, unless told; `teacherId: null` is a course without one. */
  course(group: One, over?: Partial<Course>): Promise<Course>;
  term(over?: Partial<Term>): Promise<Term>;
  /** Hours of the group's week: eight on each of five days from 08:00, every 60 minutes, unless told. */
  grid(group: One, places?: readonly GridPlace[]): Promise<readonly GridPlace[]>;
}

const always = { fromOn: '2026-09-01', untilOn: null };

export function testSchool(app: App): TestSchool {
  const insert = insertInto(app);
  const homeSchool: TestSchool['homeSchool'] = (over) =>
    insert('school_home_school', { id: app.newId(), name: `School ${nextNumber()}`, zone: 'Europe/Madrid', ...over });
  const people = testPeople(app, () => homeSchool());
  const subject: TestSchool['subject'] = (over) =>
    insert('school_subject', { id: app.newId(), name: `Subject ${nextNumber()}`, ...over });

  return {
    ...people,
    homeSchool,
    subject,
    group: async (over) => {
      const group = { id: app.newId(), name: `Group ${nextNumber()}`, grade: 7, zone: 'Europe/Madrid', ...over };
      await insert('school_group', { ...group, isActive: true });
      return group;
    },
    subgroup: (group, over) =>
      insert('school_subgroup', { id: app.newId(), groupId: group.id, name: `Part ${nextNumber()}`, ...over }),
    member: async (group, student, dates) =>
      void (await insert('school_group_member', { groupId: group.id, personId: student.id, ...always, ...dates })),
    subgroupMember: async (part, student, dates) =>
      void (await insert('school_subgroup_member', { subgroupId: part.id, personId: student.id, ...always, ...dates })),
    tutor: async (group, person, dates) =>
      void (await insert('school_group_tutor', { groupId: group.id, personId: person.id, ...always, ...dates })),
    course: async (group, over = {}) => {
      const course: Course = {
        id: app.newId(),
        groupId: group.id,
        subgroupId: null,
        lessonsAWeek: 3,
        lessonMinutes: 40,
        ...over,
        subjectId: over.subjectId ?? (await subject()).id,
        teacherId: over.teacherId === undefined ? (await people.staff('teacher')).id : over.teacherId,
      };
      await insert('school_course', { ...course, isActive: true });
      return course;
    },
    term: (over) =>
      insert('school_term', { id: app.newId(), name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-12-23', ...over }),
    grid: async (group, places = usualWeek) => {
      for (const place of places) await insert('school_grid_place', { groupId: group.id, ...place });
      return places;
    },
  };
}

const usualWeek: readonly GridPlace[] = [1, 2, 3, 4, 5].flatMap((weekday) =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((hour) => ({
    weekday,
    hour,
    startsTime: `${String(7 + hour).padStart(2, '0')}:00`,
    minutes: 40,
  })),
);
