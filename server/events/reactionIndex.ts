import type { Reaction } from '../host/plugin.ts';

/** Every installed reaction, by what it reacts to and by its id. */
export interface ReactionIndex {
  readonly ids: readonly string[];
  toEvent(name: string): readonly Reaction<unknown>[];
  byId(id: string): Reaction<unknown> | undefined;
}

/** @throws Error when two reactions have the same id; the start stops there. */
export function indexReactions(reactions: readonly Reaction<unknown>[]): ReactionIndex {
  const byId = new Map<string, Reaction<unknown>>();
  const byEvent = new Map<string, Reaction<unknown>[]>();
  for (const reaction of reactions) {
    if (byId.has(reaction.id)) throw new Error(`Two reactions are called ${reaction.id}`);
    byId.set(reaction.id, reaction);
    byEvent.set(reaction.to.name, [...(byEvent.get(reaction.to.name) ?? []), reaction]);
  }
  return {
    ids: [...byId.keys()],
    toEvent: (name) => byEvent.get(name) ?? [],
    byId: (id) => byId.get(id),
  };
}
