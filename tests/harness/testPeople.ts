import type { Role } from '../../server/access/roles.ts';
import type { App } from '../../server/app.ts';
import type { Language } from '../../server/host/language.ts';
import { sortText } from '../../server/people/api.ts';
import { insertInto, nextNumber } from './rows.ts';

interface Person {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly middleName: string | null;
  readonly language: Language;
  readonly zone: string;
  readonly internet: string;
  readonly email: string | null;
}

interface Student extends Person {
  readonly homeSchoolId: string;
  readonly grade: number;
}

type HandGiven = Exclude<Role, 'student' | 'guardian'>;

/** Makes people as rows: no command runs, nothing is emitted. */
export interface TestPeople {
  person(over?: Partial<Person>): Promise<Person>;
  /** Somebody with a role given by hand: in one home school, or as far as the role can reach. */
  staff(role: HandGiven, over?: Partial<Person> & { readonly homeSchoolId?: string }): Promise<Person>;
  /** In a home school of its own unless told. */
  student(over?: Partial<Student>): Promise<Student>;
  /** The guardian of a student, who may act unless told. */
  guardian(student: { readonly id: string }, over?: Partial<Person> & { readonly mayAct?: boolean }): Promise<Person>;
}

export function testPeople(app: App, homeSchool: () => Promise<{ readonly id: string }>): TestPeople {
  const insert = insertInto(app);

  async function person(over: Partial<Person> = {}): Promise<Person> {
    const made: Person = {
      id: over.id ?? app.newId(),
      givenName: over.givenName ?? 'Ana',
      familyName: over.familyName ?? `Person ${nextNumber()}`,
      middleName: over.middleName ?? null,
      language: over.language ?? 'en',
      zone: over.zone ?? 'Europe/Madrid',
      internet: over.internet ?? 'good',
      email: over.email ?? null,
    };
    await insert('people_person', { ...made, sortText: sortText(made), isActive: true, createdAt: app.clock() });
    return made;
  }

  return {
    person,
    staff: async (role, { homeSchoolId, ...over } = {}) => {
      const made = await person(over);
      const scopeKind = homeSchoolId ? 'home-school' : role === 'tutor' || role === 'teacher' ? 'self' : 'everything';
      const row = { id: app.newId(), personId: made.id, role, scopeKind, grantedAt: app.clock() };
      await insert('people_role', { ...row, homeSchoolId: homeSchoolId ?? null });
      return made;
    },
    student: async ({ homeSchoolId, grade = 7, ...over } = {}) => {
      const made = await person(over);
      const facts = { homeSchoolId: homeSchoolId ?? (await homeSchool()).id, grade };
      await insert('people_student', { personId: made.id, ...facts });
      return { ...made, ...facts };
    },
    guardian: async (student, { mayAct = true, ...over } = {}) => {
      const made = await person(over);
      const between = { guardianId: made.id, studentId: student.id, relation: 'mother' };
      await insert('people_guardianship', { id: app.newId(), ...between, mayAct, fromOn: '2020-09-01' });
      return made;
    },
  };
}
