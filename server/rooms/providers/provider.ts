import type { Visit } from '../api.ts';

/** A kind of video meeting: makes an address for one person and one room. */
export interface RoomProvider {
  /** @throws RoomUnreachable when its server does not answer as it should. */
  enter(visit: Visit): Promise<string>;
}

/** The provider's server is down, slow or refuses. The message is for the log; it names no person. */
export class RoomUnreachable extends Error {}
