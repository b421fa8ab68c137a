import { stringify } from 'csv-stringify/sync';
import type { ImportFile } from '../../server/import/api.ts';

type Row = Readonly<Record<string, string | number>>;

const file = (name: string, rows: readonly Row[]): ImportFile => ({
  name,
  text: stringify([...rows], { header: true }),
});

const name = (family: string) => ({ given_name: 'Ana', family_name: family, language: 'es', zone: 'Europe/Madrid' });

const studentsAGroup = 20;
const lessons = [4, 3, 3, 2, 2, 1];

/** A school of the given size for load: every group has a teacher of its own, so that any search solves it at once. */
export function benchSchool(
  groups: number,
  term: { readonly from: string; readonly until: string },
): readonly ImportFile[] {
  const ids = Array.from({ length: groups }, (_, at) => `g${at + 1}`);
  return [
    file('home-schools.csv', [{ id: 'h', name: 'Plantel', zone: 'Europe/Madrid' }]),
    file('staff.csv', [
      { id: 'coordinator', ...name('Coordina'), roles: 'coordinator' },
      ...ids.map((id) => ({ id: `t-${id}`, ...name(`Docente ${id}`), roles: 'teacher' })),
    ]),
    file(
      'groups.csv',
      ids.map((id) => ({
        id,
        name: id,
        grade: 7,
        zone: 'Europe/Madrid',
        days: '1-5',
        hours: '09:00|10:00|11:00|12:00|13:00|14:00',
        minutes: 50,
      })),
    ),
    file(
      'students.csv',
      ids.flatMap((group) =>
        Array.from({ length: studentsAGroup }, (_, at) => ({
          id: `${group}-${at + 1}`,
          ...name(`Alumno ${at + 1}`),
          home_school: 'h',
          grade: 7,
          group,
        })),
      ),
    ),
    file(
      'courses.csv',
      ids.flatMap((group) =>
        lessons.map((aWeek, at) => ({ group, subject: `Materia ${at + 1}`, teacher: `t-${group}`, lessons: aWeek })),
      ),
    ),
    file('terms.csv', [{ id: 'term', name: 'Semestre', starts_on: term.from, ends_on: term.until }]),
  ];
}
