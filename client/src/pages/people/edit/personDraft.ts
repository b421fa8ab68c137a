import type { PersonView } from '../../../../../server/people/schemas.ts';

export const internets = ['good', 'weak', 'phone-only', 'none'] as const;
export const relations = ['mother', 'father', 'grandparent', 'guardian', 'other'] as const;

/** What the form holds of a person; texts as they are written. */
export interface PersonDraft {
  readonly familyName: string;
  readonly givenName: string;
  readonly middleName: string;
  readonly language: string;
  readonly zone: string;
  readonly internet: string;
  readonly email: string;
  readonly phone: string;
  /** Empty: not a student. */
  readonly homeSchoolId: string;
  readonly grade: string;
  /** Empty: not known. */
  readonly bornOn: string;
}

export const newDraft = (language: string, zone: string): PersonDraft => ({
  familyName: '',
  givenName: '',
  middleName: '',
  language,
  zone,
  internet: 'good',
  email: '',
  phone: '',
  homeSchoolId: '',
  grade: '5',
  bornOn: '',
});

export const draftOf = (person: PersonView): PersonDraft => ({
  familyName: person.familyName,
  givenName: person.givenName,
  middleName: person.middleName ?? '',
  language: person.language,
  zone: person.zone,
  internet: person.internet,
  email: person.contact?.email ?? '',
  phone: person.contact?.phone ?? '',
  homeSchoolId: person.student?.homeSchoolId ?? '',
  grade: String(person.student?.grade ?? 5),
  bornOn: person.student?.bornOn ?? '',
});

/** What is sent of every person: empty texts are nothing. */
export const factsOf = (draft: PersonDraft) => ({
  familyName: draft.familyName.trim(),
  givenName: draft.givenName.trim(),
  middleName: draft.middleName.trim() || null,
  language: draft.language,
  zone: draft.zone,
  internet: draft.internet,
  email: draft.email.trim() || null,
  phone: draft.phone.trim() || null,
});

export const studentFactsOf = ({ homeSchoolId, grade, bornOn }: PersonDraft) => ({
  homeSchoolId,
  grade: Number(grade),
  bornOn: bornOn || null,
});
