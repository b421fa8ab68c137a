/** What one client may cost. */
export interface HubLimits {
  /** Packets that a client may send in one second. */
  readonly packetsPerSecond: number;
  /** Bytes that may wait for a client that does not read. */
  readonly waitingBytes: number;
  /** Topics that one socket may watch at a time. */
  readonly topics: number;
  /** How often watchers of topics with heads are told how far these are. */
  readonly headSeconds: number;
  /** How long a socket waits between two words. */
  readonly wordMs: number;
  /** How often every socket's rights are asked for again. */
  readonly recheckSeconds: number;
  /** How long a socket may live on after a revocation while its rights are asked for. */
  readonly revocationMs: number;
}

export const defaultLimits: HubLimits = {
  packetsPerSecond: 60,
  waitingBytes: 256 * 1024,
  topics: 200,
  headSeconds: 20,
  wordMs: 1000,
  recheckSeconds: 30,
  revocationMs: 900,
};

/** The longest frame that is read from a client. */
export const longestFrameBytes = 16 * 1024;
