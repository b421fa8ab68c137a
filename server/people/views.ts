import type { Language } from '../host/language.ts';

/** How good a person's line is. */
export const internets = ['none', 'phone-only', 'weak', 'good'] as const;
export type Internet = (typeof internets)[number];

/** How a guardian is related to the student. */
export const relations = ['mother', 'father', 'grandparent', 'guardian', 'other'] as const;
export type Relation = (typeof relations)[number];

/** What other modules know of a person; no ways to reach them. */
export interface PersonCard {
  readonly id: string;
  readonly externalId: string | null;
  /** The full name as the person's own language writes it. */
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly middleName: string | null;
  readonly language: Language;
  /** IANA zone in which the person lives. */
  readonly zone: string;
  readonly internet: Internet;
  /** People with the same device cannot be online at the same time. */
  readonly sharedDeviceId: string | null;
  readonly isActive: boolean;
}

export interface StudentCard extends PersonCard {
  readonly homeSchoolId: string;
  readonly grade: number;
}

/** Who looks after a student today. */
export interface GuardianOf {
  readonly guardianshipId: string;
  readonly studentId: string;
  readonly relation: Relation;
  readonly mayAct: boolean;
  readonly guardian: PersonCard;
}

/** A child of a guardian today. */
export interface ChildOf {
  readonly studentId: string;
  readonly relation: Relation;
  readonly mayAct: boolean;
}

export interface Contact {
  readonly id: string;
  readonly email: string | null;
  readonly phone: string | null;
}
