import { apiRef } from '../host/plugin.ts';
import type { ReadScope } from '../host/scope.ts';
import type { Audience } from './schemas.ts';

export interface GuidesApi {
  /** What a guide is called in the actor's language. */
  titleOf(scope: ReadScope, audience: Audience): Promise<string>;
}

export const guidesApi = apiRef<GuidesApi>('guides');
