import { useTranslation } from 'react-i18next';
import { useLatestNotices } from '../api/notices.ts';
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
  /** For the phone's bar. */
  readonly shortLabel: string;
  readonly icon: IconName;
  readonly order: number;
  /** How many new things wait there. */
  readonly fresh: number;
}

/** Everybody who works with students; families find their people on their own pages. */
const staff = ['admin', 'coordinator', 'head', 'lead-tutor', 'tutor', 'teacher', 'psychologist'];

const core: readonly Declared[] = [
  { namespace: 'client', to: '/', label: 'nav.today', icon: 'today', order: 10 },
  {
    namespace: 'client',
    to: '/notices',
    label: 'nav.notices',
    shortLabel: 'nav.noticesShort',
    icon: 'bell',
    order: 40,
  },
  { namespace: 'client', to: '/people', label: 'nav.people', icon: 'people', order: 50, permission: 'people.read' },
  { namespace: 'client', to: '/groups', label: 'nav.groups', icon: 'groups', order: 60, roles: staff },
  {
    namespace: 'client',
    to: '/school',
    label: 'school.title',
    shortLabel: 'school.short',
    icon: 'school',
    order: 65,
    roles: ['admin', 'coordinator', 'head', 'lead-tutor'],
  },
  { namespace: 'client', to: '/hours', label: 'nav.hours', shortLabel: 'nav.hoursShort', icon: 'clock', order: 70 },
  {
    namespace: 'client',
    to: '/import',
    label: 'nav.import',
    shortLabel: 'nav.importShort',
    icon: 'upload',
    order: 80,
    permission: 'import.people',
  },
  { namespace: 'guides', to: '/guides', label: 'title', icon: 'file', order: 85 },
  { namespace: 'client', to: '/settings', label: 'nav.settings', icon: 'settings', order: 90 },
];

/** Everywhere the reader may go, in order. */
export function usePlaces(): readonly Place[] {
  const { t } = useTranslation();
  const isFor = useIsFor();
  const unread = useLatestNotices().data?.unread ?? 0;
  const fromPlugins = usePlugins().flatMap((plugin) =>
    (plugin.pages ?? []).flatMap(({ path, navigation }): Declared[] =>
      navigation ? [{ ...navigation, to: path, namespace: plugin.id }] : [],
    ),
  );
  return [...core, ...fromPlugins]
    .filter(isFor)
    .toSorted((a, b) => a.order - b.order)
    .map(({ to, label, shortLabel, namespace, icon, order }) => ({
      to,
      label: t(label, { ns: namespace }),
      shortLabel: t(shortLabel ?? label, { ns: namespace }),
      icon,
      order,
      fresh: to === '/notices' ? unread : 0,
    }));
}

/** The five places of the bottom bar; the last is "more" when there are more. */
export function splitForBar(places: readonly Place[]): { bar: readonly Place[]; more: readonly Place[] } {
  return places.length <= 5 ? { bar: places, more: [] } : { bar: places.slice(0, 4), more: places.slice(4) };
}
