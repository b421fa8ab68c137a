import type { NoticeArea } from './domain/area.ts';

/** Which area the notices of a plugin belong to. */
export interface NoticeAreas {
  readonly usual: NoticeArea;
  /** Kinds that belong elsewhere, by the beginning of their name without the plugin's id. */
  readonly kinds?: Readonly<Record<string, NoticeArea>>;
}

/** Of plugins that have said nothing. */
const unsaid: NoticeAreas = { usual: 'account' };

interface Telling {
  readonly ref: { readonly plugin: string };
  readonly notices?: NoticeAreas;
}

/** The area of a kind, `<plugin>.<name>`. */
export function areaOf(plugins: readonly Telling[], kind: string): NoticeArea {
  const dot = kind.indexOf('.');
  const { usual, kinds = {} } = plugins.find(({ ref }) => ref.plugin === kind.slice(0, dot))?.notices ?? unsaid;
  const name = kind.slice(dot + 1);
  return Object.entries(kinds).find(([beginning]) => name.startsWith(beginning))?.[1] ?? usual;
}

/** A notice as its plugin is asked about it again. */
export interface ToldNotice {
  readonly kind: string;
  readonly aboutPersonId: string | null;
  readonly link: string;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}
