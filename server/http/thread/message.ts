import type { Config } from '../../config.ts';
import type { BusMessage } from '../../realtime/message.ts';
import type { Asked } from '../answer.ts';
import type { Reply } from '../idempotency.ts';
import type { ProblemKind } from '../problem.ts';

/** What the thread is started with. */
export interface HeavyThreadData {
  readonly config: Config;
}

/** To the thread. */
export type ToThread =
  | { readonly kind: 'ask'; readonly id: number; readonly operationId: string; readonly asked: Asked }
  /** Nobody else of this process writes until `written`. */
  | { readonly kind: 'may-write' };

/** From the thread. */
export type FromThread =
  | { readonly kind: 'wants-to-write' }
  | { readonly kind: 'written' }
  | { readonly kind: 'bus'; readonly message: BusMessage }
  | Settled;

/** How a request ended; a refusal and a defect as plain facts, because errors lose their prototype on the way. */
export type Settled =
  | { readonly kind: 'answered'; readonly id: number; readonly reply: Reply }
  | {
      readonly kind: 'refused';
      readonly id: number;
      readonly problem: ProblemKind;
      readonly extra: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'broken'; readonly id: number; readonly name: string; readonly stack: string };
