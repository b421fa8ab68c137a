import { CttError } from './cttError.ts';
import type { CttCourse, CttCurriculum, CttInstance, CttRoom } from './instance.ts';

/** Larger files are not timetables of one school; the limits keep a hostile one from taking all memory. */
export const MAX_CTT_CHARACTERS = 8_000_000;
const LIMITS = { days: 100, periods: 20, lectures: 50_000, rooms: 5000, cells: 16_000_000 };

const SECTIONS = ['COURSES', 'ROOMS', 'CURRICULA', 'UNAVAILABILITY_CONSTRAINTS', 'ROOM_CONSTRAINTS'] as const;
type Section = (typeof SECTIONS)[number];

interface Line {
  readonly words: readonly string[];
  readonly number: number;
}

interface Sections {
  readonly header: ReadonlyMap<string, Line>;
  readonly lines: ReadonlyMap<Section, readonly Line[]>;
  readonly last: number;
}

/** Reads a .ctt file. Throws CttError, with the line, when it is malformed or contradicts itself. */
export function readCtt(text: string): CttInstance {
  if (text.length > MAX_CTT_CHARACTERS) throw new CttError('the file is too large', 1);
  const { header, lines, last } = sectionsOf(text);
  const days = headerNumber(header, 'Days', LIMITS.days, last);
  const periodsPerDay = headerNumber(header, 'Periods_per_day', LIMITS.periods, last);
  const courses = (lines.get('COURSES') ?? []).map(readCourse);
  const rooms = (lines.get('ROOMS') ?? []).map(readRoom);
  const courseIds = unique(courses, lines.get('COURSES'));
  unique(rooms, lines.get('ROOMS'));
  const curricula = (lines.get('CURRICULA') ?? []).map((line) => readCurriculum(line, courseIds));
  unique(curricula, lines.get('CURRICULA'));
  const unavailable = (lines.get('UNAVAILABILITY_CONSTRAINTS') ?? []).map((line) => {
    const [course = ''] = line.words;
    if (!courseIds.has(course)) throw new CttError(`unknown course "${course}"`, line.number);
    const day = whole(line, 1, 'day', 0, days - 1);
    return { course, day, period: whole(line, 2, 'period', 0, periodsPerDay - 1) };
  });
  const instance = { name: nameOf(header), days, periodsPerDay, courses, rooms, curricula, unavailable };
  refuseWrongCounts(instance, header, last);
  refuseTooLarge(instance, last);
  return instance;
}

function sectionsOf(text: string): Sections {
  const header = new Map<string, Line>();
  const lines = new Map<Section, Line[]>();
  let section: Line[] | undefined;
  let number = 0;
  for (const raw of text.split(/\r\n|\n|\r/)) {
    number += 1;
    const words = raw.split(/\s+/).filter((word) => word !== '');
    const [first = ''] = words;
    if (first === '') continue;
    if (first === 'END.') break;
    const key = first.replace(/:$/, '');
    const name = SECTIONS.find((one) => one === key);
    if (name !== undefined) {
      if (lines.has(name)) throw new CttError(`the section ${name} occurs twice`, number);
      section = [];
      lines.set(name, section);
    } else if (section) section.push({ words, number });
    else if (header.has(key)) throw new CttError(`"${key}" is said twice`, number);
    else header.set(key, { words, number });
  }
  for (const name of SECTIONS.slice(0, 3))
    if (!lines.has(name)) throw new CttError(`this is not a .ctt file: it has no section ${name}`, number);
  return { header, lines, last: number };
}

function whole({ words, number }: Line, index: number, what: string, least: number, most: number): number {
  const word = words[index] ?? '';
  const value = /^\d{1,9}$/.test(word) ? Number(word) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new CttError(`${what} is "${word}", wanted a whole number from ${least} to ${most}`, number);
}

function headerNumber(header: Sections['header'], key: string, most: number, last: number): number {
  const line = header.get(key);
  if (!line) throw new CttError(`the header does not tell ${key}`, last);
  return whole(line, 1, key, 1, most);
}

const nameOf = (header: Sections['header']): string => header.get('Name')?.words.slice(1).join(' ') ?? '';

function readCourse(line: Line): CttCourse {
  const [id = '', teacher = ''] = line.words;
  return {
    id,
    teacher,
    lectures: whole(line, 2, 'the number of lectures', 0, LIMITS.lectures),
    minDays: whole(line, 3, 'the number of days', 0, LIMITS.days),
    students: whole(line, 4, 'the number of students', 0, 999_999),
  };
}

function readRoom(line: Line): CttRoom {
  return { id: line.words[0] ?? '', seats: whole(line, 1, 'the number of seats', 0, 999_999_999) };
}

function readCurriculum(line: Line, courses: ReadonlySet<string>): CttCurriculum {
  const members = line.words.slice(2);
  const said = whole(line, 1, 'the number of courses', 0, members.length);
  if (said !== members.length)
    throw new CttError(`the curriculum has ${members.length} courses, not ${said}`, line.number);
  const unknown = members.find((id) => !courses.has(id));
  if (unknown !== undefined) throw new CttError(`unknown course "${unknown}"`, line.number);
  return { id: line.words[0] ?? '', courses: [...new Set(members)] };
}

function unique(items: readonly { readonly id: string }[], lines: readonly Line[] = []): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) throw new CttError(`"${id}" occurs twice`, lines[index]?.number ?? 1);
    seen.add(id);
  }
  return seen;
}

function refuseWrongCounts(instance: CttInstance, header: Sections['header'], last: number): void {
  const found = [
    ['Courses', instance.courses.length],
    ['Rooms', instance.rooms.length],
    ['Curricula', instance.curricula.length],
    ['Constraints', instance.unavailable.length],
  ] as const;
  for (const [key, count] of found) {
    const line = header.get(key);
    if (!line && key === 'Constraints') continue;
    if (!line) throw new CttError(`the header does not tell ${key}`, last);
    if (whole(line, 1, key, 0, 999_999_999) !== count)
      throw new CttError(`the header tells ${key} ${line.words[1]}, the file has ${count}`, line.number);
  }
}

/** Tables of the search grow with these products. */
function refuseTooLarge({ days, periodsPerDay, courses, rooms, curricula }: CttInstance, last: number): void {
  const lectures = courses.reduce((sum, one) => sum + one.lectures, 0);
  const cells = Math.max(
    courses.length * (courses.length + rooms.length + curricula.length + days * periodsPerDay),
    (rooms.length + curricula.length) * days * periodsPerDay,
  );
  if (lectures > LIMITS.lectures || rooms.length > LIMITS.rooms || cells > LIMITS.cells)
    throw new CttError('the instance is too large', last);
}
