import type { ReadScope } from '../../host/scope.ts';
import { countryOf, dialled } from '../../host/telephone.ts';
import type { PersonCard } from '../../people/api.ts';
import { mayEditContacts, mayMarkContacts, personToReach } from '../access/contactsAs.ts';
import { hiddenFrom, withoutHidden } from '../access/hidden.ts';
import type { Channel } from '../domain/channel.ts';
import type { ContactsParts } from '../parts.ts';
import type { ChannelsView, ChannelView } from '../schemas.ts';
import { channelsOfPeople } from './channelsOfPeople.ts';

/** Channels as they are sent; telephones of the zone's country are made ready to dial. */
export const asViews = (channels: readonly Channel[], zone: string): ChannelView[] =>
  channels.map(({ wrong, ...channel }) => ({
    ...channel,
    dials: channel.kind === 'phone' ? dialled(channel.value, countryOf(zone)) : null,
    wrong: wrong && { ...wrong, since: wrong.since.toISOString() },
  }));

/** The zones whose countries' telephones are meant: of a student's home school, otherwise of the person. */
export async function zonesForPhones(
  { db }: Pick<ReadScope, 'db'>,
  { people, school }: Pick<ContactsParts, 'people' | 'school'>,
  cards: readonly PersonCard[],
): Promise<ReadonlyMap<string, string>> {
  const students = await people.studentsByIds(
    db,
    cards.map(({ id }) => id),
  );
  const zones = new Map((await school.homeSchools(db)).map(({ id, zone }) => [id, zone]));
  const home = new Map(students.map(({ id, homeSchoolId }) => [id, zones.get(homeSchoolId)]));
  return new Map(cards.map(({ id, zone }) => [id, home.get(id) ?? zone]));
}

/** How to reach one person whom the actor may reach. */
export async function channelsView(scope: ReadScope, parts: ContactsParts, personId: string): Promise<ChannelsView> {
  const card = await personToReach(scope, parts, personId);
  const all = (await channelsOfPeople(scope, parts, [personId])).get(personId) ?? [];
  const channels = personId === scope.actor.personId ? all : withoutHidden(all, await hiddenFrom(scope, parts));
  const zones = await zonesForPhones(scope, parts, [card]);
  const roles = await parts.school.staffRolesAmong(scope, [personId]);
  const { name, language, zone, internet } = card;
  return {
    ...{ personId, name, language, zone, internet },
    isStaff: roles.has(personId),
    items: asViews(channels, zones.get(personId) ?? zone),
    revision: await parts.people.revisionOf(scope.db, personId),
    may: {
      edit: await mayEditContacts(scope, parts, personId),
      mark: await mayMarkContacts(scope, parts, personId),
    },
  };
}

/** What people show to families and colleagues; what does not work is not shown. */
export async function publicChannels(
  scope: ReadScope,
  parts: ContactsParts,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ChannelView[]>> {
  const channels = await channelsOfPeople(scope, parts, personIds);
  const hidden = await hiddenFrom(scope, parts);
  const cards = await parts.people.peopleByIds(scope.db, personIds);
  const shown = cards.map(({ id, zone }): [string, readonly ChannelView[]] => {
    const usable = (channels.get(id) ?? []).filter(({ isPublic, wrong }) => isPublic && wrong === null);
    return [id, hidden.personIds.has(id) ? [] : asViews(withoutHidden(usable, hidden), zone)];
  });
  return new Map(shown.filter(([, list]) => list.length > 0));
}
