import { z } from 'zod';
import { languages } from '../host/language.ts';
import { explicitRoles, explicitScopeKinds, fitsScope } from './domain/explicitRoles.ts';
import { internets, relations } from './views.ts';
import { ExternalId, Grade, Id, Line, LocalDate, Zone } from './wire.ts';

const Language = z.enum(languages);
const Internet = z.enum(internets);
const Relation = z.enum(relations);
const Email = z.email().max(254);
const Phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9 ()-]{5,30}$/);

const StudentFacts = z.strictObject({ homeSchoolId: Id, grade: Grade });

const NewGuardianship = z.strictObject({
  studentId: Id,
  relation: Relation,
  mayAct: z.boolean().default(true),
  fromOn: LocalDate.optional(),
  untilOn: LocalDate.nullable().default(null),
});

/** A new person; with `student` a student, with `guardianOf` a guardian. */
export const NewPerson = z.strictObject({
  externalId: ExternalId.nullable().default(null),
  givenName: Line,
  familyName: Line,
  middleName: Line.nullable().default(null),
  language: Language,
  zone: Zone,
  internet: Internet.default('good'),
  email: Email.nullable().default(null),
  phone: Phone.nullable().default(null),
  sharesDeviceWith: Id.nullable().default(null),
  student: StudentFacts.nullable().default(null),
  guardianOf: z.array(NewGuardianship).max(20).default([]),
});
export type NewPerson = z.infer<typeof NewPerson>;

/** Changes of a person; what is left out stays. */
export const PersonChange = z.strictObject({
  externalId: ExternalId.nullable().optional(),
  givenName: Line.optional(),
  familyName: Line.optional(),
  middleName: Line.nullable().optional(),
  language: Language.optional(),
  zone: Zone.optional(),
  internet: Internet.optional(),
  email: Email.nullable().optional(),
  phone: Phone.nullable().optional(),
  sharesDeviceWith: Id.nullable().optional(),
  isActive: z.boolean().optional(),
  student: StudentFacts.optional(),
});
export type PersonChange = z.infer<typeof PersonChange>;

export const NewRole = z
  .strictObject({
    role: z.enum(explicitRoles),
    scopeKind: z.enum(explicitScopeKinds),
    homeSchoolId: Id.nullable().default(null),
  })
  .refine(fitsScope, { path: ['scopeKind'], params: { code: 'scope-does-not-fit' } });
export type NewRole = z.infer<typeof NewRole>;

/** A guardianship between two people who exist. */
export const GuardianshipInput = z
  .strictObject({ ...NewGuardianship.shape, guardianId: Id })
  .refine(({ guardianId, studentId }) => guardianId !== studentId, {
    path: ['studentId'],
    params: { code: 'same-person' },
  });
export type GuardianshipInput = z.infer<typeof GuardianshipInput>;
export type NewGuardianship = z.infer<typeof NewGuardianship>;
