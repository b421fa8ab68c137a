import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import type { ImportProblem } from '../domain/importProblem.ts';
import type { Sheet } from '../forms/sheet.ts';
import { type OwnRow, ownSheet } from './ownSheet.ts';

/** What a timetable made with FET does not know: when its term is, where, and when its hours begin. */
export interface FetAnswers {
  readonly term: { readonly name: string; readonly startsOn: string; readonly endsOn: string };
  readonly zone: string;
  readonly language: string;
  /** When each hour of the file begins, in its order; empty for an hour that is left out. */
  readonly times: readonly string[];
  /** How long an hour is. */
  readonly minutes: number;
  /** Of groups whose name does not begin with one. */
  readonly grade: number;
}

/** What has to be asked. */
export interface FetQuestions {
  readonly days: readonly string[];
  readonly hours: readonly string[];
}

export interface FromFet {
  readonly sheets: readonly Sheet[];
  readonly problems: readonly ImportProblem[];
  readonly questions?: FetQuestions;
}

const many = <T extends z.ZodType>(one: T) => z.array(one).default([]);
const Named = z.object({ Name: z.string() });
const Group = z.object({ Name: z.string(), Subgroup: many(Named) });
const Year = z.object({ Name: z.string(), Group: many(Group) });
const Activity = z.object({
  Teacher: many(z.string()),
  Subject: z.string(),
  Students: many(z.string()),
  Duration: z.coerce.number().int().min(1).max(40).default(1),
  Active: z.string().default('true'),
});
const list = (member: string, one: z.ZodType) =>
  z.preprocess((value) => value || {}, z.object({ [member]: many(one) }));
const Fet = z.object({
  Days_List: list('Day', Named),
  Hours_List: list('Hour', Named),
  Teachers_List: list('Teacher', Named),
  Students_List: list('Year', Year),
  Activities_List: list('Activity', Activity),
});

const lists = ['Day', 'Hour', 'Teacher', 'Year', 'Group', 'Subgroup', 'Activity', 'Students'];
/** Elements that are a record with a name in one list, and a mere name in another, are always a list. */
const parser = new XMLParser({
  parseTagValue: false,
  processEntities: true,
  isArray: (name) => lists.includes(name),
});

type Year = z.infer<typeof Year>;
type Activity = z.infer<typeof Activity>;

/** A timetable of FET as our own forms: groups with subgroups and hours, staff, courses, the term; no students. */
export function fromFet(file: string, text: string, answers: FetAnswers | undefined): FromFet {
  const parsed: { fet?: unknown } = parser.parse(text);
  const read = Fet.parse(parsed.fet);
  const days = (read.Days_List.Day as z.infer<typeof Named>[]).map(({ Name }) => Name);
  const hours = (read.Hours_List.Hour as z.infer<typeof Named>[]).map(({ Name }) => Name);
  const questions = { days, hours };
  const fault = (code: string): FromFet => ({
    sheets: [],
    problems: [{ file, line: 1, column: '', code, value: file, params: {} }],
    questions,
  });
  if (days.length > 7) return fault('fet-days');
  if (!answers || answers.times.length !== hours.length) return fault('fet-answers');
  const years = read.Students_List.Year as Year[];
  const activities = (read.Activities_List.Activity as Activity[]).filter(
    ({ Active }) => !/^(no|false|0)$/i.test(Active),
  );
  const places = placesOf(years, activities);
  const teachers = (read.Teachers_List.Teacher as z.infer<typeof Named>[]).map(({ Name }) => Name);
  return {
    sheets: [
      ownSheet(
        file,
        'staff',
        teachers.map((name) => staffRow(name, answers)),
      ),
      ownSheet(file, 'groups', groupRows(places, days.length, answers)),
      ownSheet(file, 'courses', courseRows(places, activities, answers)),
      ownSheet(file, 'terms', [{ line: 1, cells: { id: keyOf(answers.term.name), ...answers.term } }]),
    ].filter(({ rows }) => rows.length > 0),
    problems: [],
    questions,
  };
}

/** Names may hold the signs that separate our lists. */
const keyOf = (name: string): string => name.trim().replace(/[|/]+/g, '-');

function staffRow(name: string, { language, zone }: FetAnswers): OwnRow {
  const parts = name.trim().split(/\s+/);
  const familyName = parts.at(-1) ?? name;
  const givenName = parts.slice(0, -1).join(' ') || '—';
  return { line: 1, cells: { id: keyOf(name), givenName, familyName, language, zone, roles: 'teacher' } };
}

/** Where a set of students is: our group, and the part of it. */
interface Place {
  readonly group: string;
  readonly subgroup: string | null;
}

/**
 * FET's years are grades in one school and classes in another. A year is a group when lessons are for the year
 * itself; when they are rather for its groups, these are.
 */
function placesOf(years: readonly Year[], activities: readonly Activity[]): ReadonlyMap<string, readonly Place[]> {
  const lessons = new Map<string, number>();
  for (const { Students } of activities) for (const set of Students) lessons.set(set, (lessons.get(set) ?? 0) + 1);
  const count = (name: string): number => lessons.get(name) ?? 0;
  const places = new Map<string, readonly Place[]>();
  for (const year of years) {
    const perGroup = year.Group.reduce((sum, group) => sum + count(group.Name), 0) / Math.max(1, year.Group.length);
    if (year.Group.length > 0 && perGroup > count(year.Name)) {
      for (const group of year.Group) {
        places.set(group.Name, [{ group: group.Name, subgroup: null }]);
        for (const { Name } of group.Subgroup) places.set(Name, [{ group: group.Name, subgroup: Name }]);
      }
      places.set(
        year.Name,
        year.Group.map(({ Name }) => ({ group: Name, subgroup: null })),
      );
    } else {
      places.set(year.Name, [{ group: year.Name, subgroup: null }]);
      for (const group of year.Group) {
        places.set(group.Name, [{ group: year.Name, subgroup: group.Name }]);
        for (const { Name } of group.Subgroup)
          if (count(Name) > 0) places.set(Name, [{ group: year.Name, subgroup: Name }]);
      }
    }
  }
  return places;
}

function groupRows(places: ReadonlyMap<string, readonly Place[]>, days: number, answers: FetAnswers): OwnRow[] {
  const groups = new Map<string, Set<string>>();
  for (const { group, subgroup } of [...places.values()].flat()) {
    const parts = groups.get(group) ?? new Set<string>();
    if (subgroup) parts.add(keyOf(subgroup));
    groups.set(group, parts);
  }
  const { zone, times, minutes, grade } = answers;
  return [...groups].map(([name, parts]) => ({
    line: 1,
    cells: {
      id: keyOf(name),
      name,
      grade: String(gradeOf(name) ?? grade),
      zone,
      days: `1-${Math.max(1, days)}`,
      hours: times.filter(Boolean).join('|'),
      minutes: String(minutes),
      subgroups: [...parts].join('|'),
    },
  }));
}

function gradeOf(name: string): number | undefined {
  const number = Number(/\d{1,2}/.exec(name)?.[0] ?? 0);
  return number >= 1 && number <= 12 ? number : undefined;
}

/** Lessons of the same subject with the same teacher for the same students are one course. */
function courseRows(
  places: ReadonlyMap<string, readonly Place[]>,
  activities: readonly Activity[],
  { minutes }: FetAnswers,
): OwnRow[] {
  const courses = new Map<string, { cells: Record<string, string>; lessons: number }>();
  for (const { Students, Subject, Teacher, Duration } of activities)
    for (const { group, subgroup } of Students.flatMap((set) => places.get(set) ?? [])) {
      const part = keyOf(subgroup ?? '');
      const [teacher = ''] = Teacher.map(keyOf);
      const id = [keyOf(group), part, keyOf(Subject), teacher].join(' ').trim().slice(0, 100);
      const cells = { id, group: keyOf(group), subgroup: part, subject: Subject.replaceAll('|', '/'), teacher };
      const course = courses.get(id) ?? { cells, lessons: 0 };
      courses.set(id, { ...course, lessons: course.lessons + Duration });
    }
  return [...courses.values()].map(({ cells, lessons }) => ({
    line: 1,
    cells: { ...cells, lessons: String(Math.min(40, lessons)), minutes: String(minutes) },
  }));
}
