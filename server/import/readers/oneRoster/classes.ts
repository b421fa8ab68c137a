import type { OwnRow } from '../ownSheet.ts';
import { type Entry, gradeOf, isGone, known, listOf, meta, ownId, type Roster } from './entries.ts';

/** A homeroom is a group; so is any class that our own files do not tie to one. */
const isGroup = (entry: Entry): boolean => meta(entry, 'group') === '';

/** The groups that each student is in. */
export function groupsByStudent({ classes, enrollments }: Roster): ReadonlyMap<string, string[]> {
  const groupIds = new Set(classes.entries.filter(isGroup).map((entry) => entry.at('sourcedId')));
  const found = new Map<string, string[]>();
  for (const entry of enrollments.entries) {
    const [group, user] = [entry.at('classSourcedId'), entry.at('userSourcedId')];
    if (entry.at('role').toLowerCase() !== 'student' || isGone(entry) || !groupIds.has(group)) continue;
    found.set(user, [...(found.get(user) ?? []), group]);
  }
  return found;
}

/** Who joins and who leaves, one row each. */
export const deltaMembers = ({ enrollments }: Roster): OwnRow[] =>
  enrollments.entries
    .filter((entry) => entry.at('role').toLowerCase() === 'student')
    .map((entry) => ({
      line: entry.line,
      cells: {
        student: entry.at('userSourcedId'),
        group: entry.at('classSourcedId'),
        ended: isGone(entry) ? 'yes' : 'no',
      },
    }));

const teachersOf = ({ enrollments }: Roster, id: string): string[] => {
  const own = enrollments.entries.filter(
    (entry) =>
      entry.at('classSourcedId') === id &&
      ['teacher', 'aide'].includes(entry.at('role').toLowerCase()) &&
      !isGone(entry),
  );
  const first = own.filter((entry) => entry.at('primary').toLowerCase() === 'true');
  return [...first, ...own.filter((entry) => !first.includes(entry))].map((entry) => entry.at('userSourcedId'));
};

export const groups = (roster: Roster): OwnRow[] =>
  roster.classes.entries
    .filter((entry) => isGroup(entry) && !isGone(entry))
    .map((entry) => {
      const id = entry.at('sourcedId');
      const isHomeroom = entry.at('classType').toLowerCase() === 'homeroom';
      return {
        line: entry.line,
        cells: {
          ...known({
            meetingUrl: meta(entry, 'meetingUrl'),
            subgroups: meta(entry, 'subgroups'),
          }),
          id,
          name: entry.at('title'),
          grade: gradeOf(entry),
          zone: meta(entry, 'zone') || roster.defaults.zone,
          ...(isHomeroom && !roster.isDelta ? { tutors: teachersOf(roster, id).join('|') } : {}),
        },
      };
    });

/** Our own files tell the hours of a week: days, and `09:00+40|09:50+40`. */
export const grids = ({ classes }: Roster): OwnRow[] =>
  classes.entries.flatMap((entry) => {
    const [days, hours] = [meta(entry, 'days'), listOf(meta(entry, 'hours')).map((hour) => hour.split('+'))];
    const lengths = [...new Set(hours.map(([, minutes = '']) => minutes))];
    return lengths.map((minutes) => ({
      line: entry.line,
      cells: {
        group: entry.at('sourcedId'),
        days,
        hours: hours.flatMap(([start = '', length]) => (length === minutes ? [start] : [])).join('|'),
        minutes,
      },
    }));
  });

export function courses(roster: Roster): OwnRow[] {
  const titles = new Map(roster.courses.entries.map((entry) => [entry.at('sourcedId'), entry.at('title')]));
  return roster.classes.entries
    .filter((entry) => entry.at('classType').toLowerCase() !== 'homeroom' && !isGone(entry))
    .map((entry) => {
      const id = entry.at('sourcedId');
      const subject = titles.get(entry.at('courseSourcedId')) || entry.at('title');
      return {
        line: entry.line,
        cells: {
          id: ownId(id),
          group: meta(entry, 'group') || id,
          subgroup: meta(entry, 'subgroup'),
          subject: subject.replaceAll('|', '/'),
          teacher: teachersOf(roster, id)[0] ?? '',
          lessons: meta(entry, 'lessons') || String(Math.max(1, Math.min(40, listOf(entry.at('periods')).length))),
          minutes: meta(entry, 'minutes') || '45',
        },
      };
    });
}
