import { languages } from '../../../server/host/language.ts';
import type { Parts, Plugin } from '../../../server/host/plugin.ts';
import type { Texts } from '../../../server/host/texts.ts';

export interface Started {
  readonly plugin: Plugin<unknown>;
  readonly parts: Parts<unknown>;
}

/** What is wrong with what plugins declare: names, samples, texts. One line each. */
export const pluginFaults = (all: readonly Started[], texts: Texts): string[] => [
  ...all.flatMap(eventFaults),
  ...all.flatMap((one) => problemFaults(one, texts)),
  ...all.flatMap(nameFaults),
  ...migrationFaults(all),
];

function eventFaults({ plugin }: Started): string[] {
  return (plugin.publishes ?? []).flatMap(({ name, payload, sample, streamOf }) => {
    const { success, error } = payload.safeParse(sample);
    if (!success) return [`event ${name}: its sample does not parse: ${error.message}`];
    return streamOf(sample) ? [] : [`event ${name}: its sample has no stream`];
  });
}

/** Of the plugin and of its routes: what is refused must be told in every language. */
function problemFaults({ plugin, parts }: Started, texts: Texts): string[] {
  const own = [...(plugin.problems ?? []), ...(parts.routes ?? []).flatMap(({ problems }) => problems ?? [])];
  return [...new Set(own.map(({ id }) => id))].flatMap((id) => {
    const [home = '', name = ''] = id.split('/');
    return languages.flatMap((language) =>
      ['title', 'remedy']
        .filter((part) => !texts.say(language, home, `problems.${name}.${part}`)?.trim())
        .map((part) => `problem ${id}: no ${part} in ${language}`),
    );
  });
}

/** Names begin with the plugin's id, so that two plugins never mean different things by one name. */
function nameFaults({ plugin, parts }: Started): string[] {
  const id = plugin.ref.plugin;
  const dotted = [
    ...(plugin.permissions ?? []).map((one) => one.id),
    ...(plugin.publishes ?? []).map(({ name }) => name),
    ...(parts.reactions ?? []).map((one) => one.id),
    ...(parts.topics ?? []).map(({ name }) => name),
    ...(parts.jobs ?? []).map(({ name }) => name),
    ...(parts.schedules ?? []).map(({ name }) => name),
  ];
  return [
    ...dotted.filter((name) => !name.startsWith(`${id}.`)).map((name) => `${id}: ${name} does not begin with ${id}.`),
    ...(plugin.problems ?? [])
      .filter((one) => !one.id.startsWith(`${id}/`))
      .map((one) => `${id}: ${one.id} does not begin with ${id}/`),
  ];
}

function migrationFaults(all: readonly Started[]): string[] {
  return all.flatMap(({ plugin }) => {
    const names = (plugin.migrations ?? []).map(({ name }) => name);
    const sorted = names.toSorted();
    return names.every((name, at) => name === sorted[at]) && new Set(names).size === names.length
      ? []
      : [`${plugin.ref.plugin}: its migrations are not in the order of their names`];
  });
}
