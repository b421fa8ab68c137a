import { createHash } from 'node:crypto';
import type { ThreadKind } from './threads.ts';

/** The same for the same people in any order; 64 letters however many they are. */
export const sameKeyOf = (kind: ThreadKind, ids: readonly string[]): string =>
  createHash('sha256')
    .update(`${kind}:${[...new Set(ids)].toSorted().join(':')}`)
    .digest('hex');
