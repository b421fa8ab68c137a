import { useTranslation } from 'react-i18next';
import type { IconName } from '../kit/Icon.tsx';
import type { Navigation } from '../plugin.ts';
import { useIsFor, usePlugins } from './PluginsContext.ts';

interface Declared extends Navigation {
  readonly to: string;
  readonly namespace: string;
}

/** One place to go. */
export interface Place {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  readonly order: number;
}

const core: readonly Declared[] = [
  { namespace: 'client', to: '/', label: 'nav.today', icon: 'today', order: 10 },
  { namespace: 'client', to: '/notices', label: 'nav.notices', icon: 'bell', order: 40 },
  { namespace: 'client', to: '/people', label: 'nav.people', icon: 'people', order: 50, permission: 'people.read' },
  { namespace: 'client', to: '/groups', label: 'nav.groups', icon: 'groups', order: 60, permission: 'school.read' },
  { namespace: 'client', to: '/hours', label: 'nav.hours', icon: 'clock', order: 70 },
  { namespace: 'client', to: '/import', label: 'nav.import', icon: 'upload', order: 80, permission: 'import.apply' },
  { namespace: 'client', to: '/settings', label: 'nav.settings', icon: 'settings', order: 90 },
];

/** Everywhere the reader may go, in order. */
export function usePlaces(): readonly Place[] {
  const { t } = useTranslation();
  const isFor = useIsFor();
  const fromPlugins = usePlugins().flatMap((plugin) =>
    (plugin.pages ?? []).flatMap(({ path, navigation }): Declared[] =>
      navigation ? [{ ...navigation, to: path, namespace: plugin.id }] : [],
    ),
  );
  return [...core, ...fromPlugins]
    .filter(isFor)
    .toSorted((a, b) => a.order - b.order)
    .map(({ to, label, namespace, icon, order }) => ({ to, label: t(label, { ns: namespace }), icon, order }));
}

/** The five places of the bottom bar; the last is "more" when there are more. */
export function splitForBar(places: readonly Place[]): { bar: readonly Place[]; more: readonly Place[] } {
  return places.length <= 5 ? { bar: places, more: [] } : { bar: places.slice(0, 4), more: places.slice(4) };
}
