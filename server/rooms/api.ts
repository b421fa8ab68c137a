import type { Knex } from 'knex';
import { apiRef } from '../host/plugin.ts';
import type { WriteScope } from '../host/scope.ts';
import type { MeetingReport } from './schemas.ts';

// biome-ignore-start lint/performance/noBarrelFile: an api is the one place that re-exports
export { roomUnreachable } from './problems.ts';
// biome-ignore-end lint/performance/noBarrelFile: as above

/** A meeting room that somebody is about to enter. One room is one lesson, for its whole life. */
export interface Visit {
  /** UUID of the lesson; the same room every time. */
  readonly roomId: string;
  /** What the room is called inside. */
  readonly title: string;
  readonly personId: string;
  /** How the person is called inside. */
  readonly name: string;
  /** Decided by role alone: who comes first has no more rights for it. */
  readonly isModerator: boolean;
  /** Until when the address lets in. */
  readonly until: Date;
}

/** How long somebody was in a room, as the provider told. */
export interface Attendance {
  readonly personId: string;
  readonly joinedAt: Date;
  readonly seconds: number;
}

/** A kind of video server. */
export type ProviderKind = 'jitsi' | 'bigbluebutton';

export interface RoomsApi {
  /** The video servers of this school, the usual one first. */
  readonly providers: readonly ProviderKind[];
  /**
   * The address within the product at which a room is entered, the same for its whole life; null without a provider.
   * `path` is the room, below whatever leads to its kind.
   */
  addressOf(path: string): string | null;
  /**
   * Makes sure that the room is there and answers the provider's own address for this person. Talks to another server:
   * never inside a transaction. Throws `rooms/unreachable` when the provider does not answer in time. Without `kind`, or
   * when that server is gone, the usual one is meant.
   */
  enter(visit: Visit, kind?: ProviderKind): Promise<string>;
  /** The address within the product below which a room is entered, whether or not there is a video server. */
  doorOf(path: string): string;
  attendanceOf(db: Knex, roomId: string): Promise<readonly Attendance[]>;
  /** Stores what a video server tells after a meeting; whom the school does not know is left out. Returns how many were there. */
  takeReport(scope: WriteScope, roomId: string, report: MeetingReport): Promise<number>;
}

export const roomsApi = apiRef<RoomsApi>('rooms');
