import type { ReadScope } from '../../host/scope.ts';
import type { Channel } from '../domain/channel.ts';
import { isSame } from '../domain/channel.ts';
import type { ContactsParts } from '../parts.ts';
import { channelsOfPeople } from '../queries/channelsOfPeople.ts';

/** What a reader must not find: the people, and every address of theirs, wherever else it may stand. */
export interface Hidden {
  readonly personIds: ReadonlySet<string>;
  readonly channels: readonly Channel[];
}

/** Separated guardians do not find each other's addresses, not even where a child shares one of them. */
export async function hiddenFrom(
  { db, actor }: Pick<ReadScope, 'db' | 'actor'>,
  { people }: Pick<ContactsParts, 'people'>,
): Promise<Hidden> {
  const ids = actor.personId ? await people.separatedFrom(db, actor.personId) : [];
  if (ids.length === 0) return { personIds: new Set(), channels: [] };
  const channels = await channelsOfPeople({ db }, { people }, ids);
  return { personIds: new Set(ids), channels: [...channels.values()].flat() };
}

export const withoutHidden = (channels: readonly Channel[], hidden: Hidden): readonly Channel[] =>
  channels.filter((channel) => !hidden.channels.some((other) => isSame(other, channel)));
