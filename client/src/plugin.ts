import type { ComponentType } from 'react';
import type { IconName } from './kit/Icon.tsx';

/** Where a page stands in the navigation, and for whom. */
export interface Navigation {
  /** Key of the label in the plugin's own locales. */
  readonly label: string;
  /** Key of a label of at most ten letters, for the phone's bar. */
  readonly shortLabel?: string;
  readonly icon: IconName;
  /** Shown only to those who have this right somewhere. */
  readonly permission?: string;
  /** Shown only to those who hold one of these roles. */
  readonly roles?: readonly string[];
  /** The core takes tens: Today 10, notices 40, people 50, groups 60, own hours 70, import 80. */
  readonly order: number;
}

export interface PluginPage {
  /** In the router's form: `/groups/:groupId/workbench`. */
  readonly path: string;
  /** Made by `lazily`, so that it is downloaded when first opened. */
  readonly page: ComponentType;
  readonly navigation?: Navigation;
}

/** A part of Today. `next` is what comes, `waiting` is what waits for the reader, `changed` what is new. */
export interface TodayCard {
  readonly id: string;
  readonly section: 'next' | 'waiting' | 'changed';
  readonly order: number;
  readonly permission?: string;
  readonly roles?: readonly string[];
  /** Made by `lazily`. Draws nothing when it has nothing to say. */
  readonly card: ComponentType;
}

/** A tab of the page of one student. */
export interface StudentTab {
  /** Last part of the address. */
  readonly id: string;
  readonly label: string;
  readonly order: number;
  readonly permission?: string;
  readonly roles?: readonly string[];
  /** Made by `lazily`. */
  readonly tab: ComponentType<{ readonly studentId: string }>;
}

/** A tab of the page of one group. */
export interface GroupTab extends Omit<StudentTab, 'tab'> {
  /** Uses the whole desk, as a calendar does. */
  readonly wide?: boolean;
  readonly tab: ComponentType<{ readonly groupId: string }>;
}

/** What a plugin adds to the client. The default export of `plugins/<id>/client/index.tsx`. */
export interface ClientPlugin {
  readonly id: string;
  readonly pages?: readonly PluginPage[];
  readonly todayCards?: readonly TodayCard[];
  readonly studentTabs?: readonly StudentTab[];
  readonly groupTabs?: readonly GroupTab[];
}

export const defineClientPlugin = (plugin: ClientPlugin): ClientPlugin => plugin;
