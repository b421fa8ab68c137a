import type { Config } from '../../config.ts';
import type { BusMessage } from '../../realtime/message.ts';
import type { Progress } from '../job.ts';
import type { StopReason } from '../stopped.ts';
import type { ClaimedJob } from '../store/leases.ts';

/** What the thread is started with. */
export interface JobThreadData {
  readonly config: Config;
}

/** To the thread. */
export type ToThread =
  | { readonly kind: 'run'; readonly job: ClaimedJob }
  | { readonly kind: 'stop'; readonly why: StopReason }
  /** Nobody else of this process writes until `written`. */
  | { readonly kind: 'may-write' };

/** From the thread. */
export type FromThread =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'wants-to-write' }
  | { readonly kind: 'written' }
  | { readonly kind: 'bus'; readonly message: BusMessage }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly problem: { readonly id: string; readonly status: number } }
  | { readonly kind: 'broken'; readonly name: string; readonly message: string; readonly stack: string };
