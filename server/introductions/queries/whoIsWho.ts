import type { Knex } from 'knex';
import type { ReadScope } from '../../host/scope.ts';
import { dayOf, type PersonCard } from '../../people/api.ts';
import { isNewcomer } from '../domain/around.ts';
import type { IntroductionParts } from '../parts.ts';
import { noteMeetings, seeIntroductions } from '../permissions.ts';
import { photoOwnerId } from '../photos.ts';
import type { WhoIsWho } from '../schemas.ts';
import { type MetRow, metBy } from '../store/met.ts';
import { profilesOf } from '../store/profiles.ts';
import { aroundStudent } from './around.ts';
import { itemsFor } from './listItems.ts';

/** The photographs of people who show one, by person. */
export async function photosOf(
  db: Knex,
  { files }: Pick<IntroductionParts, 'files'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await files.filesOf(db, photoOwnerId, ids);
  return new Map([...found].flatMap(([id, [photo]]) => (photo ? [[id, photo.id]] : [])));
}

/** "12 September, by …" of a meeting that was noted. */
export function metView(row: MetRow | undefined, names: ReadonlyMap<string, string>) {
  return row ? { on: row.metOn, byName: row.notedById ? (names.get(row.notedById) ?? null) : null } : null;
}

/** Who is who for one student: those who work with them, what to learn, classmates by name. */
export async function whoIsWho(scope: ReadScope, parts: IntroductionParts, studentId: string): Promise<WhoIsWho> {
  const { db } = scope;
  const student = await parts.school.studentAs(scope, seeIntroductions, studentId);
  const around = await aroundStudent(scope, parts, student);
  const ids = around.map(({ personId }) => personId);
  const met = await metBy(db, [studentId]);
  const noters = met.flatMap(({ notedById }) => notedById ?? []);
  const cards = new Map((await parts.people.peopleByIds(db, [...ids, ...noters])).map((card) => [card.id, card]));
  const names = new Map([...cards].map(([id, { name }]) => [id, name]));
  const profiles = new Map((await profilesOf(db, ids)).map((profile) => [profile.personId, profile]));
  const photos = await photosOf(db, parts, ids);
  const channels = await parts.contacts.publicChannels(scope, ids);
  const metWith = (withId: string) =>
    metView(
      met.find((row) => row.withId === withId),
      names,
    );
  return {
    studentId,
    name: student.name,
    people: around.flatMap(({ personId, roles, subjects }) => {
      const card = cards.get(personId);
      if (!card) return [];
      const profile = profiles.get(personId);
      return [
        {
          ...{ personId, name: card.name, roles: [...roles], subjects: [...subjects], zone: card.zone },
          about: profile?.about ?? null,
          hours: [...(profile?.hoursJson ?? [])],
          photoId: photos.get(personId) ?? null,
          channels: [...(channels.get(personId) ?? [])],
          met: metWith(personId),
        },
      ];
    }),
    items: (await itemsFor(scope)).map(({ id, label }) => ({
      ...{ itemId: id, label },
      met: metView(
        met.find(({ itemId }) => itemId === id),
        names,
      ),
    })),
    classmates: await classmates(scope, parts, studentId),
    family: await family(scope, parts, studentId),
    isNewcomer: await isNew(scope, parts, studentId),
    may: {
      note:
        (await parts.school.mayReachPerson(scope, noteMeetings, studentId)) === 'yes' &&
        (await mayAct(scope, parts, studentId)),
    },
  };
}

const mayAct = async (scope: ReadScope, { people }: IntroductionParts, studentId: string): Promise<boolean> => {
  const child = (await people.childrenOf(scope, scope.actor.personId)).find((one) => one.studentId === studentId);
  return child?.mayAct ?? true;
};

/** Guardians see no other children; everybody else sees those of the groups by name. */
async function classmates(
  scope: ReadScope,
  parts: IntroductionParts,
  studentId: string,
): Promise<WhoIsWho['classmates']> {
  if (scope.actor.grants.every(({ role }) => role === 'guardian')) return [];
  const groups = await parts.school.groupsOfStudent(scope, studentId);
  const members = await parts.school.membersOfGroups(
    scope,
    groups.map(({ id }) => id),
  );
  const others = [...new Set(members.map(({ personId }) => personId))].filter((id) => id !== studentId);
  const seen = await parts.school.seenAmong(scope, others);
  const photos = await photosOf(scope.db, parts, seen);
  const cards: readonly PersonCard[] = await parts.people.peopleByIds(scope.db, seen);
  return cards
    .map(({ id, name }) => ({ personId: id, name, photoId: photos.get(id) ?? null }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/** A student's own guardians by name; guardians are not told of each other here. */
async function family(scope: ReadScope, { people }: IntroductionParts, studentId: string): Promise<WhoIsWho['family']> {
  if (scope.actor.grants.some(({ role }) => role === 'guardian')) return [];
  const held = await people.guardiansOf(scope, [studentId]);
  return held.map(({ guardian, relation }) => ({ name: guardian.name, relation }));
}

async function isNew(scope: ReadScope, { school }: IntroductionParts, studentId: string): Promise<boolean> {
  const today = dayOf(scope.now);
  const groups = await school.groupsOfStudent(scope, studentId);
  const stays = await school.staysOfGroups(
    scope,
    groups.map(({ id }) => id),
  );
  return stays.some(({ personId, fromOn }) => personId === studentId && isNewcomer(fromOn, today));
}
