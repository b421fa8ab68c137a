import { addPluginTexts } from './i18n/i18n.ts';
import type { ClientPlugin } from './plugin.ts';

const entries: Record<string, () => Promise<ClientPlugin>> = import.meta.glob<ClientPlugin>(
  '../../plugins/*/client/index.tsx',
  { import: 'default' },
);

/** The client sides of the installed plugins, with their texts. */
export async function loadPlugins(installed: readonly string[]): Promise<readonly ClientPlugin[]> {
  const wanted = Object.entries(entries).filter(([path]) => installed.includes(path.split('/').at(-3) ?? ''));
  const [plugins] = await Promise.all([Promise.all(wanted.map(([, load]) => load())), addPluginTexts(installed)]);
  return plugins;
}
