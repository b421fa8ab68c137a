/**
 * Where the threads of one run meet to share solutions, over shared memory. They meet at numbers of steps, not at moments, and each
 * reads what the others brought to the same round: what comes of it depends on the seed alone.
 *
 * Solutions are integers of one length. There are two rounds of room, because nobody can be two rounds ahead of another.
 */
export interface Meeting {
  /** Number of this thread, from 0. */
  readonly thread: number;
  /**
   * Brings a solution with its cost to the next round, waits for the others and tells what they brought; null when somebody was told to
   * stop meanwhile. Threads that have left are not waited for and bring nothing.
   */
  meet(cost: number, solution: Int32Array, shouldStop: () => boolean): readonly Brought[] | null;
  /** Tells the others not to wait any more. */
  leave(): void;
}

export interface Brought {
  readonly thread: number;
  readonly cost: number;
  /** Valid until the next round. */
  readonly solution: Int32Array;
}

/** What crosses to the threads. */
export interface MeetingPlace {
  readonly threads: number;
  readonly length: number;
  readonly memory: SharedArrayBuffer;
}

/** Rounds that a thread has come to; this many once it has left. */
const LEFT = 0x7fffffff;
const ROUNDS = 2;
/** How long to sleep before looking at the stop flag again. */
const NAP_MS = 20;

/** @param length of a solution. */
export function meetingPlace(threads: number, length: number): MeetingPlace {
  const record = 2 * Int32Array.BYTES_PER_ELEMENT + length * Int32Array.BYTES_PER_ELEMENT;
  const head = threads * Int32Array.BYTES_PER_ELEMENT;
  return { threads, length, memory: new SharedArrayBuffer(head + ROUNDS * threads * record) };
}

export function joinMeeting({ threads, length, memory }: MeetingPlace, thread: number): Meeting {
  const words = new Int32Array(memory);
  const recordAt = (round: number, of: number): number => threads + ((round % ROUNDS) * threads + of) * (length + 2);
  let round = 0;
  const waitFor = (other: number, wanted: number, shouldStop: () => boolean): boolean => {
    for (;;) {
      const come = Atomics.load(words, other);
      if (come >= wanted) return true;
      if (shouldStop()) return false;
      Atomics.wait(words, other, come, NAP_MS);
    }
  };
  return {
    thread,
    meet: (cost, solution, shouldStop) => {
      const mine = recordAt(round, thread);
      round += 1;
      words[mine] = cost;
      words[mine + 1] = round;
      words.set(solution, mine + 2);
      Atomics.store(words, thread, round);
      Atomics.notify(words, thread);
      const brought: Brought[] = [];
      for (let other = 0; other < threads; other++) {
        if (!waitFor(other, round, shouldStop)) return null;
        const record = recordAt(round - 1, other);
        if (words[record + 1] !== round) continue;
        brought.push({
          thread: other,
          cost: words[record] ?? 0,
          solution: words.subarray(record + 2, record + 2 + length),
        });
      }
      return brought;
    },
    leave: () => {
      Atomics.store(words, thread, LEFT);
      Atomics.notify(words, thread);
    },
  };
}
