import type { ApiRef, Parts, Plugin } from './plugin.ts';

export interface Loaded {
  readonly plugin: Plugin<unknown>;
  readonly parts: Parts<unknown>;
}

/**
 * Starts plugins after the ones that they require or use. A missing or circular requirement, or an id
 * given twice, stops the boot with a message that names it.
 */
export function loadPlugins(catalog: readonly Plugin<unknown>[]): Loaded[] {
  const known = byId(catalog);
  const done = new Map<string, Loaded>();

  const visit = (plugin: Plugin<unknown>, trail: readonly string[]): void => {
    const id = plugin.ref.plugin;
    if (done.has(id)) return;
    if (trail.includes(id)) throw new Error(`Plugins require each other: ${[...trail, id].join(' -> ')}`);
    for (const need of plugin.requires ?? []) visit(requiredBy(id, need, known), [...trail, id]);
    for (const wish of plugin.uses ?? []) {
      const found = known.get(wish.plugin);
      if (found) visit(found, [...trail, id]);
    }
    done.set(id, { plugin, parts: plugin.start(hostFor(plugin, done)) });
  };

  for (const plugin of catalog) visit(plugin, []);
  return [...done.values()];
}

function byId(catalog: readonly Plugin<unknown>[]): Map<string, Plugin<unknown>> {
  const known = new Map<string, Plugin<unknown>>();
  for (const plugin of catalog) {
    if (known.has(plugin.ref.plugin)) throw new Error(`Plugin ${plugin.ref.plugin} is listed twice`);
    known.set(plugin.ref.plugin, plugin);
  }
  return known;
}

function requiredBy(id: string, need: ApiRef<unknown>, known: ReadonlyMap<string, Plugin<unknown>>): Plugin<unknown> {
  const found = known.get(need.plugin);
  if (!found) throw new Error(`Plugin ${id} requires ${need.plugin}, which is not in the catalog`);
  return found;
}

function hostFor(plugin: Plugin<unknown>, done: ReadonlyMap<string, Loaded>) {
  const named = (refs: readonly ApiRef<unknown>[] | undefined, ref: ApiRef<unknown>) =>
    refs?.some((one) => one.plugin === ref.plugin) ?? false;
  return {
    api<Api>(ref: ApiRef<Api>): Api {
      if (!named(plugin.requires, ref))
        throw new Error(`Plugin ${plugin.ref.plugin} asks for ${ref.plugin} without requiring it`);
      return apiOf(ref, done.get(ref.plugin));
    },
    apiIfPresent<Api>(ref: ApiRef<Api>): Api | undefined {
      if (!named(plugin.uses, ref))
        throw new Error(`Plugin ${plugin.ref.plugin} asks for ${ref.plugin} without naming it in uses`);
      const found = done.get(ref.plugin);
      return found && apiOf(ref, found);
    },
  };
}

/** The one place where a reference by name becomes a typed api: `start` of the named plugin made it. */
function apiOf<Api>(ref: ApiRef<Api>, loaded: Loaded | undefined): Api {
  if (!loaded) throw new Error(`Plugin ${ref.plugin} has not been started`);
  return loaded.parts.api as Api;
}
