import type { ReadScope } from '../host/scope.ts';

/** What files may belong to, as its plugin declares it: whoever may read the thing may read its files. */
export interface FileOwner {
  /** `<plugin>.<thing>`. */
  readonly id: string;
  /** Asked at every download; `key` is the thing's id. */
  mayRead(scope: ReadScope, key: string): Promise<boolean>;
}

export const defineFileOwner = (owner: FileOwner): FileOwner => owner;
