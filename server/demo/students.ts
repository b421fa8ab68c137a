import type { Language } from '../host/language.ts';
import type { Random } from '../optimise/random.ts';
import { chance, familyFor, type Named, nameFor, pick, streamFor } from './people.ts';
import { type DemoGroup, demoGroups, studentsPerGroup } from './shape.ts';

export interface DemoStudent extends Named {
  readonly id: string;
  readonly group: DemoGroup;
  readonly family: string;
  readonly language: Language;
  readonly zone: string;
  readonly homeSchool: string;
  readonly internet: 'phone-only' | 'weak' | 'good';
  /** The older sibling whose device this student shares. */
  readonly sharesDeviceWith?: string;
  readonly deviceId: string;
  readonly subgroup: 0 | 1;
}

export interface DemoGuardian extends Named {
  readonly id: string;
  readonly language: Language;
  readonly zone: string;
  readonly relation: 'mother' | 'father' | 'grandparent';
  readonly children: readonly string[];
  readonly mayAct: boolean;
}

/** Siblings: the first three students of an afternoon group have theirs in the morning group of the same zone. */
const siblings = 3;

const idOf = (group: DemoGroup, number: number): string => `${group.id}-${String(number).padStart(2, '0')}`;

export function makeStudents(seed: number): readonly DemoStudent[] {
  const random = streamFor(seed, 2);
  const made: DemoStudent[] = [];
  for (const group of demoGroups) {
    for (let number = 1; number <= studentsPerGroup; number++) {
      const older = number <= siblings ? made.find(({ id }) => id === siblingIdOf(group, number)) : undefined;
      made.push(makeStudent(random, group, number, older));
    }
  }
  return made;
}

/** Who of the morning group is the sibling; nobody for morning groups. */
const siblingIdOf = (group: DemoGroup, number: number): string =>
  group.id.endsWith('b') ? `${group.id.slice(0, -1)}a-${String(number).padStart(2, '0')}` : '';

function makeStudent(random: Random, group: DemoGroup, number: number, older: DemoStudent | undefined): DemoStudent {
  const family = older?.family ?? familyFor(random, group.language);
  const home = number === 1 ? group.studentZones[0] : pick(random, group.studentZones);
  return {
    ...nameFor(random, group.language, chance(random, 0.5) ? 'female' : 'male', family),
    id: idOf(group, number),
    group,
    family,
    language: group.language,
    zone: older?.zone ?? home ?? group.zone,
    homeSchool: pick(random, group.homeSchools),
    internet: pick(random, ['good', 'good', 'good', 'weak', 'phone-only']),
    ...(older ? { sharesDeviceWith: older.id } : {}),
    deviceId: hasSibling(group, number) ? `device-${older?.id ?? idOf(group, number)}` : '',
    subgroup: number % 2 === 0 ? 1 : 0,
  };
}

/** Only Russian groups come in pairs. */
const hasSibling = (group: DemoGroup, number: number): boolean => group.language === 'ru' && number <= siblings;

/** A mother for every family, a second guardian for many; some of them may only read. */
export function makeGuardians(seed: number, students: readonly DemoStudent[]): readonly DemoGuardian[] {
  const random = streamFor(seed, 3);
  const firstborn = students.filter(({ sharesDeviceWith }) => sharesDeviceWith === undefined);
  return firstborn.flatMap((student) => {
    const children = students.filter(
      ({ id, sharesDeviceWith }) => id === student.id || sharesDeviceWith === student.id,
    );
    const common = { language: student.language, zone: student.zone, children: children.map(({ id }) => id) };
    const mother: DemoGuardian = {
      ...nameFor(random, student.language, 'female', student.family),
      ...common,
      id: `${student.id}-m`,
      relation: 'mother',
      mayAct: true,
    };
    if (!chance(random, 0.5)) return [mother];
    const father: DemoGuardian = {
      ...nameFor(random, student.language, 'male', student.family),
      ...common,
      id: `${student.id}-f`,
      relation: 'father',
      mayAct: chance(random, 0.8),
    };
    return [mother, father];
  });
}

/** The demo accounts of a student and of the guardian of two children. */
export const demoStudentId = 'g6a-01';
export const demoGuardianId = 'g6a-01-m';
