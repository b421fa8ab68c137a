import type { Language } from '../host/language.ts';
import { type Named, nameFor, streamFor } from './people.ts';
import { type DemoGroup, demoGroups } from './shape.ts';

export interface DemoStaff extends Named {
  readonly id: string;
  readonly language: Language;
  readonly zone: string;
  readonly roles: readonly string[];
  /** Login of the demo account; most staff have none. */
  readonly login?: string;
}

/** One person for each role that has no lessons. */
const office = ['admin', 'coordinator', 'head', 'lead-tutor', 'psychologist'] as const;

const tutors: readonly { readonly id: string; readonly groups: readonly string[] }[] = [
  { id: 'tutor-1', groups: ['g6a', 'g6b', 'g5a'] },
  { id: 'tutor-2', groups: ['g5b', 'g7a', 'g7b'] },
  { id: 'tutor-3', groups: ['g8a', 'g8b'] },
  { id: 'tutor-4', groups: ['g9a', 'g9b'] },
  { id: 'tutor-5', groups: ['sec1', 'sec2'] },
];

/** Who teaches what in which pool; two names mean that the groups are shared between them. */
const teachers: Readonly<Record<DemoGroup['pool'], Readonly<Record<string, readonly string[]>>>> = {
  west: {
    maths: ['t-w-maths-1', 't-w-maths-2'],
    language: ['t-w-lang-1', 't-w-lang-2'],
    literature: ['t-w-lang-1', 't-w-lang-2'],
    english: ['t-w-eng-1', 't-w-eng-2'],
    history: ['t-w-hist'],
    geography: ['t-w-hist'],
    biology: ['t-w-bio'],
  },
  east: {
    maths: ['t-e-maths'],
    language: ['t-e-lang-1', 't-e-lang-2'],
    literature: ['t-e-lang-1', 't-e-lang-2'],
    english: ['t-e-eng-1', 't-e-eng-2'],
    history: ['t-e-hist'],
    geography: ['t-e-hist'],
    biology: ['t-e-bio'],
  },
  spanish: {
    maths: ['t-s-maths'],
    language: ['t-s-lang'],
    literature: ['t-s-lang'],
    english: ['t-s-eng-1', 't-s-eng-2'],
    history: ['t-s-hist'],
    geography: ['t-s-hist'],
    biology: ['t-s-hist'],
  },
};

const homeOf = {
  west: { language: 'ru', zone: 'Europe/Moscow' },
  east: { language: 'ru', zone: 'Asia/Novosibirsk' },
  spanish: { language: 'es', zone: 'Europe/Madrid' },
} as const;

export const tutorIdOf = (groupId: string): string | undefined =>
  tutors.find(({ groups }) => groups.includes(groupId))?.id;

/** The teachers of a subject in a group: one for the whole group, two where it is split. */
export function teacherIdsOf(group: DemoGroup, subjectId: string): readonly string[] {
  const pool = teachers[group.pool][subjectId] ?? [];
  if (subjectId === 'english') return pool;
  const mates = demoGroups.filter((one) => one.pool === group.pool);
  const chosen = pool[mates.indexOf(group) % Math.max(1, pool.length)];
  return chosen === undefined ? [] : [chosen];
}

/** The thirty members of staff. */
export function makeStaff(seed: number): readonly DemoStaff[] {
  const random = streamFor(seed, 1);
  const sexOf = () => (random.next() < 0.7 ? 'female' : 'male');
  const moscow = homeOf.west;
  const officeStaff = office.map((role) => ({
    ...nameFor(random, 'ru', sexOf()),
    ...moscow,
    id: role,
    roles: [role],
    login: role,
  }));
  const tutorStaff = tutors.map(({ id }) => {
    const home = id === 'tutor-5' ? homeOf.spanish : id === 'tutor-4' ? homeOf.east : moscow;
    const login = id === 'tutor-1' ? { login: 'tutor' } : {};
    return { ...nameFor(random, home.language, sexOf()), ...home, id, roles: ['tutor'], ...login };
  });
  const teacherStaff = (['west', 'east', 'spanish'] as const).flatMap((pool) =>
    [...new Set(Object.values(teachers[pool]).flat())].map((id) => ({
      ...nameFor(random, homeOf[pool].language, sexOf()),
      ...homeOf[pool],
      id,
      roles: ['teacher'],
      ...(id === 't-w-maths-1' ? { login: 'teacher' } : {}),
    })),
  );
  return [...officeStaff, ...tutorStaff, ...teacherStaff];
}
