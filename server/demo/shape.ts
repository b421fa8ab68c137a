import type { Language } from '../host/language.ts';

/** The shape of the demo centre: what is fixed, whatever the seed. */
export interface DemoGroup {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  readonly zone: string;
  readonly language: Language;
  readonly hours: readonly string[];
  readonly minutes: number;
  /** Zones in which its students live; the first is the commonest. */
  readonly studentZones: readonly string[];
  readonly homeSchools: readonly string[];
  /** Which pool of teachers teaches here. */
  readonly pool: 'west' | 'east' | 'spanish';
}

export const homeSchools = [
  { id: 'school-20', name: 'МБОУ «СОШ № 20»', zone: 'Europe/Moscow' },
  { id: 'gymnasium-3', name: 'Гимназия № 3', zone: 'Asia/Novosibirsk' },
  { id: 'plantel-cervantes', name: 'Plantel Miguel de Cervantes', zone: 'America/Mexico_City' },
] as const;

const morning = ['09:00', '09:50', '10:40', '11:40', '12:30', '13:20'];
const afternoon = ['14:00', '14:50', '15:40', '16:40', '17:30', '18:20'];

const russianZones = [
  { zone: 'Europe/Kaliningrad', next: 'Europe/Moscow', pool: 'west', school: 'school-20' },
  { zone: 'Europe/Moscow', next: 'Europe/Kaliningrad', pool: 'west', school: 'school-20' },
  { zone: 'Asia/Yekaterinburg', next: 'Europe/Moscow', pool: 'west', school: 'school-20' },
  { zone: 'Asia/Novosibirsk', next: 'Asia/Yekaterinburg', pool: 'east', school: 'gymnasium-3' },
  { zone: 'Asia/Vladivostok', next: 'Asia/Novosibirsk', pool: 'east', school: 'gymnasium-3' },
] as const;

const shifts = [
  { letter: 'А', hours: morning },
  { letter: 'Б', hours: afternoon },
] as const;

/** Two groups, morning and afternoon, in each of five Russian zones: siblings who share a device fit in. */
const russianGroups: readonly DemoGroup[] = russianZones.flatMap(({ zone, next, pool, school }, at) =>
  shifts.map(({ letter, hours }) => ({
    id: `g${at + 5}${letter === 'А' ? 'a' : 'b'}`,
    name: `${at + 5}${letter}`,
    grade: at + 5,
    zone,
    language: 'ru' as const,
    hours,
    minutes: 40,
    studentZones: [zone, zone, zone, next],
    homeSchools:
      school === 'school-20' ? ['school-20', 'school-20', 'gymnasium-3'] : ['gymnasium-3', 'gymnasium-3', 'school-20'],
    pool,
  })),
);

/** Madrid changes its clocks, Mexico City does not: their common hours move twice a year. */
const spanishGroups: readonly DemoGroup[] = [
  {
    id: 'sec1',
    name: '1.º Secundaria',
    grade: 7,
    zone: 'Europe/Madrid',
    language: 'es',
    hours: ['15:00', '15:50', '16:40', '17:40', '18:30', '19:20'],
    minutes: 45,
    studentZones: ['Europe/Madrid', 'America/Mexico_City'],
    homeSchools: ['plantel-cervantes'],
    pool: 'spanish',
  },
  {
    id: 'sec2',
    name: '2.º Secundaria',
    grade: 8,
    zone: 'America/Mexico_City',
    language: 'es',
    hours: ['08:00', '08:50', '09:40', '10:40', '11:30', '12:20'],
    minutes: 45,
    studentZones: ['America/Mexico_City', 'Europe/Madrid'],
    homeSchools: ['plantel-cervantes'],
    pool: 'spanish',
  },
];

export const demoGroups: readonly DemoGroup[] = [...russianGroups, ...spanishGroups];
export const studentsPerGroup = 20;

export interface DemoSubject {
  readonly id: string;
  readonly ru: string;
  readonly es: string;
  readonly lessonsAWeek: number;
  /** Taught to the two subgroups apart, at the same time by two teachers. */
  readonly bySubgroup?: true;
}

export const subjects: readonly DemoSubject[] = [
  { id: 'maths', ru: 'Математика', es: 'Matemáticas', lessonsAWeek: 4 },
  { id: 'language', ru: 'Русский язык', es: 'Español', lessonsAWeek: 3 },
  { id: 'literature', ru: 'Литература', es: 'Lectura', lessonsAWeek: 2 },
  { id: 'english', ru: 'Английский язык', es: 'Inglés', lessonsAWeek: 2, bySubgroup: true },
  { id: 'history', ru: 'История', es: 'Historia', lessonsAWeek: 2 },
  { id: 'biology', ru: 'Биология', es: 'Biología', lessonsAWeek: 1 },
  { id: 'geography', ru: 'География', es: 'Geografía', lessonsAWeek: 1 },
];
