import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Actor } from '../access/actor.ts';
import type { Log } from '../events/log.ts';
import type { ReadScope } from '../host/scope.ts';
import type { Bus } from './bus.ts';
import type { Topic } from './topic.ts';

export interface HubParts {
  readonly httpServer: HttpServer;
  readonly bus: Bus;
  readonly topics: readonly Topic[];
  /**
   * Who sent this handshake. Asked again with the same request whenever rights may have changed, so that it
   * must read the session and the grants afresh; undefined when the session is over.
   */
  authenticate(request: IncomingMessage): Promise<Actor | undefined>;
  inRead<T>(actor: Actor, work: (scope: ReadScope) => Promise<T>): Promise<T>;
  readonly allowedOrigins: readonly string[];
  readonly log: Log;
  readonly limits?: Partial<HubLimits>;
}

export interface HubLimits {
  /** Packets that a client may send in one second. */
  readonly packetsPerSecond: number;
  /** Bytes that may wait for a client that does not read. */
  readonly waitingBytes: number;
  /** Topics that one socket may watch at a time. */
  readonly topics: number;
  /** How often every socket's rights are asked for again. */
  readonly recheckSeconds: number;
}

export interface Hub {
  /** Disconnects everybody; the http server is closed by whoever opened it. */
  close(): Promise<void>;
}
export declare function createHub(parts: HubParts): Hub;
