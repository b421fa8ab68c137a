import { z } from 'zod';
import { roles } from '../access/roles.ts';
import { languages } from '../host/language.ts';
import { explicitRoles, explicitScopeKinds, fitsScope } from './domain/explicitRoles.ts';
import { limitKinds } from './domain/rights.ts';
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

const StudentFacts = z.strictObject({
  homeSchoolId: Id,
  grade: Grade,
  /** Left out: as it was. */
  bornOn: LocalDate.nullable().optional(),
});

const NewGuardianship = z.strictObject({
  studentId: Id,
  relation: Relation,
  /** Left out: as it was. */
  maySee: z.boolean().optional(),
  mayAct: z.boolean().default(true),
  fromOn: LocalDate.optional(),
  untilOn: LocalDate.nullable().default(null),
});

const namesEachOnce = (list: readonly { readonly studentId: string }[]): boolean =>
  new Set(list.map(({ studentId }) => studentId)).size === list.length;

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
  guardianOf: z
    .array(NewGuardianship)
    .max(20)
    .refine(namesEachOnce, { params: { code: 'repeated' } })
    .default([]),
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

/** What people change of themselves. */
export const MyChange = z.strictObject({ language: Language.optional(), zone: Zone.optional() });
export type MyChange = z.infer<typeof MyChange>;

export const Me = z.object({ id: Id, language: Language, zone: Zone });
export type Me = z.infer<typeof Me>;

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

export const RoleView = z.object({
  id: z.uuid(),
  role: z.enum(explicitRoles),
  scopeKind: z.enum(explicitScopeKinds),
  homeSchoolId: z.uuid().nullable(),
});
export type RoleView = z.infer<typeof RoleView>;

/** A person by name. `isReached`: whether the reader may open the whole person. */
export const PersonBrief = z.object({
  id: z.uuid(),
  name: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  middleName: z.string().nullable(),
  isActive: z.boolean(),
  isReached: z.boolean(),
  /** Student, guardian, and roles given by hand. */
  roles: z.array(z.enum(roles)),
  grade: z.int().nullable(),
  homeSchoolId: z.uuid().nullable(),
});
export type PersonBrief = z.infer<typeof PersonBrief>;

export const PeoplePage = z.object({
  items: z.array(PersonBrief),
  /** How many there are on all pages. */
  total: z.int(),
  /** Give it as `after` for the next page; null on the last. */
  nextAfter: z.uuid().nullable(),
});
export type PeoplePage = z.infer<typeof PeoplePage>;

/** A guardian of a person, or a child; the rights as they are today. */
const Relative = z.object({
  guardianshipId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  relation: Relation,
  maySee: z.boolean(),
  mayAct: z.boolean(),
  /** A court has taken some of the rights. */
  isLimited: z.boolean(),
});

export const PersonView = z.object({
  id: z.uuid(),
  externalId: z.string().nullable(),
  name: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  middleName: z.string().nullable(),
  language: Language,
  zone: z.string(),
  internet: Internet,
  isActive: z.boolean(),
  revision: z.int(),
  /** Null where the reader may not see ways to reach the person. */
  contact: z.object({ email: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  /** Others with the same device; they cannot be online at the same time. */
  sharesDeviceWith: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** The birthday is for those who see contacts. */
  student: z.object({ homeSchoolId: z.uuid(), grade: z.int(), bornOn: z.string().nullable() }).nullable(),
  roles: z.array(RoleView),
  guardians: z.array(Relative),
  children: z.array(Relative),
  /** What the reader may do next. */
  may: z.object({ edit: z.boolean(), grantRoles: z.boolean(), seeContacts: z.boolean(), seeRights: z.boolean() }),
});
export type PersonView = z.infer<typeof PersonView>;

export const PeopleQuery = z.strictObject({
  /** Words of the name, in any order, without case and accents. */
  q: z.string().trim().max(200).optional(),
  role: z.enum(roles).optional(),
  groupId: Id.optional(),
  homeSchoolId: Id.optional(),
  active: z.enum(['true', 'false']).default('true'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: Id.optional(),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;

export const PersonParams = z.strictObject({ personId: Id });
export const RoleParams = z.strictObject({ personId: Id, roleId: Id });
export const GuardianshipParams = z.strictObject({ guardianshipId: Id });
export const PersonRoles = z.object({ items: z.array(RoleView) });
export const Created = z.object({ id: z.uuid() });
export const Done = z.object({});

/** A limit that a court has set; its text is for staff. */
export const LimitInput = z
  .strictObject({
    kind: z.enum(limitKinds),
    orderText: z.string().trim().min(1).max(2000).nullable().default(null),
    fromOn: LocalDate.optional(),
    untilOn: LocalDate.nullable().default(null),
  })
  .refine(({ fromOn, untilOn }) => !fromOn || !untilOn || fromOn <= untilOn, {
    path: ['untilOn'],
    params: { code: 'dates-reversed' },
  });
export type LimitInput = z.infer<typeof LimitInput>;

export const SeparationInput = z
  .strictObject({ guardianId: Id, otherGuardianId: Id, note: Line.nullable().default(null) })
  .refine(({ guardianId, otherGuardianId }) => guardianId !== otherGuardianId, {
    path: ['otherGuardianId'],
    params: { code: 'same-person' },
  });
export type SeparationInput = z.infer<typeof SeparationInput>;

const LimitView = z.object({
  limitId: z.uuid(),
  kind: z.enum(limitKinds),
  orderText: z.string().nullable(),
  fromOn: z.string(),
  untilOn: z.string().nullable(),
  holds: z.boolean(),
});

const Rights = {
  guardianId: z.uuid(),
  name: z.string(),
  relation: Relation,
  maySee: z.boolean(),
  mayAct: z.boolean(),
  fromOn: z.string(),
  untilOn: z.string().nullable(),
};

/** Everything about who looks after a student, for staff. */
export const RightsView = z.object({
  studentId: z.uuid(),
  /** As granted, those that have ended too; a court's limits apart. */
  guardianships: z.array(
    z.object({
      guardianshipId: z.uuid(),
      ...Rights,
      holds: z.boolean(),
      /** The student is of age and wants this guardian to stay. */
      isKept: z.boolean(),
      limits: z.array(LimitView),
    }),
  ),
  /** How they were before they were changed. */
  past: z.array(z.object({ ...Rights, changedAt: z.iso.datetime() })),
  /** Guardians who must not find each other's contacts. */
  separations: z.array(
    z.object({
      separationId: z.uuid(),
      guardianId: z.uuid(),
      otherGuardianId: z.uuid(),
      note: z.string().nullable(),
    }),
  ),
  may: z.object({ edit: z.boolean() }),
});
export type RightsView = z.infer<typeof RightsView>;

export const GuardianshipEnded = z.object({ studentId: z.uuid(), guardianId: z.uuid() });
export const SeparationEnded = z.object({ guardianIds: z.array(z.uuid()) });

export const StudentParams = z.strictObject({ studentId: Id });
export const LimitParams = z.strictObject({ limitId: Id });
export const SeparationParams = z.strictObject({ separationId: Id });
