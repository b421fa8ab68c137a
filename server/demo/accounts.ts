import { demoGuardianId, demoStudentId } from './students.ts';

export const demoPassword = 'demo-demo-demo';

/** Whom each demo account belongs to: `<role>@demo.example` -> the person's id in the demo files. */
export const demoLogins: Readonly<Record<string, string>> = {
  admin: 'admin',
  coordinator: 'coordinator',
  head: 'head',
  tutor: 'tutor-1',
  'lead-tutor': 'lead-tutor',
  teacher: 't-w-maths-1',
  psychologist: 'psychologist',
  student: demoStudentId,
  guardian: demoGuardianId,
};
