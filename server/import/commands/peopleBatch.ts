import { isLanguage } from '../../host/language.ts';
import {
  type ExplicitRole,
  explicitRoles,
  internets,
  type PeopleBatch,
  type RoleToGrant,
  relations,
} from '../../people/api.ts';
import type { Change } from '../domain/plan.ts';
import { type Fields, partsOf } from '../domain/records.ts';
import type { Ids } from './ids.ts';
import { type ChangesOf, choice, text, textOrNull, whole } from './values.ts';

/** What people has to store. `devices` are those that exist, by label; missing ones are made. */
export function peopleBatch(
  changes: ChangesOf,
  ids: Ids,
  devices: ReadonlyMap<string, string>,
  newId: () => string,
): PeopleBatch {
  const people = changes('person');
  const labels = new Set(people.flatMap(({ fields }) => (typeof fields.device === 'string' ? [fields.device] : [])));
  const made = [...labels].filter((label) => !devices.has(label)).map((label) => ({ id: newId(), label }));
  const deviceIds = new Map([...devices, ...made.map(({ id, label }) => [label, id] as const)]);
  const facts = (fields: Fields) => personFacts(fields, deviceIds);
  return {
    devices: made,
    added: people
      .filter(({ action }) => action === 'add')
      .map(({ key, fields }) => ({ ...blank, ...facts(fields), id: ids.of('person', key), externalId: key })),
    changed: people
      .filter(({ action }) => action === 'change')
      .map(({ key, fields }) => ({ id: ids.of('person', key), facts: facts(fields) }))
      .filter((change) => Object.keys(change.facts).length > 0),
    students: changes('student').map((change) => studentOf(change, ids)),
    guardianships: changes('guardianship')
      .filter(({ action }) => action !== 'remove')
      .map((change) => heldOf(change, ids)),
    endedGuardianships: changes('guardianship')
      .filter(({ action }) => action === 'remove')
      .map((change) => ({ guardianId: ids.part('person', change, 0), studentId: ids.part('person', change, 1) })),
    roles: changes('role')
      .filter(({ action }) => action === 'add')
      .map((change) => roleOf(change, ids)),
    takenRoles: changes('role')
      .filter(({ action }) => action === 'remove')
      .map((change) => roleOf(change, ids)),
  };
}

const blank: Omit<PeopleBatch['added'][number], 'id'> = {
  externalId: null,
  givenName: '',
  familyName: '',
  middleName: null,
  language: 'en',
  zone: 'UTC',
  internet: 'good',
  sharedDeviceId: null,
  email: null,
  phone: null,
  isActive: true,
};

/** The fields of a person that a change has, and no others. */
function personFacts(fields: Fields, devices: ReadonlyMap<string, string>): PeopleBatch['changed'][number]['facts'] {
  const { device, language, internet } = fields;
  const has = (name: string): boolean => fields[name] !== undefined;
  return {
    ...(has('givenName') ? { givenName: text(fields.givenName) } : {}),
    ...(has('familyName') ? { familyName: text(fields.familyName) } : {}),
    ...(has('middleName') ? { middleName: textOrNull(fields.middleName) } : {}),
    ...(isLanguage(language) ? { language } : {}),
    ...(has('zone') ? { zone: text(fields.zone) } : {}),
    ...(has('internet') ? { internet: choice(internets, internet) } : {}),
    ...(has('email') ? { email: textOrNull(fields.email) } : {}),
    ...(has('phone') ? { phone: textOrNull(fields.phone) } : {}),
    ...(typeof fields.isActive === 'boolean' ? { isActive: fields.isActive } : {}),
    ...(device === undefined ? {} : { sharedDeviceId: devices.get(String(device)) ?? null }),
  };
}

function studentOf({ key, fields, full }: ReturnType<ChangesOf>[number], ids: Ids): PeopleBatch['students'][number] {
  const { homeSchool, grade, bornOn } = { ...full, ...fields };
  return {
    personId: ids.of('person', key),
    homeSchoolId: ids.of('home-school', text(homeSchool)),
    grade: whole(grade),
    bornOn: textOrNull(bornOn),
  };
}

function heldOf(change: ReturnType<ChangesOf>[number], ids: Ids): PeopleBatch['guardianships'][number] {
  const { relation, maySee = true, mayAct = true } = { ...change.full, ...change.fields };
  return {
    guardianId: ids.part('person', change, 0),
    studentId: ids.part('person', change, 1),
    relation: choice(relations, relation),
    maySee: maySee === true,
    mayAct: mayAct === true,
  };
}

function roleOf(change: Change, ids: Ids): RoleToGrant {
  const [, name, place] = partsOf(change.key);
  const role: ExplicitRole = choice(explicitRoles, name);
  const homeSchoolId = place ? ids.of('home-school', place) : null;
  const isMark = role === 'tutor' || role === 'teacher';
  return {
    personId: ids.part('person', change, 0),
    role,
    scopeKind: isMark ? 'self' : homeSchoolId ? 'home-school' : 'everything',
    homeSchoolId,
  };
}
