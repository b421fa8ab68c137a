import { apiRef } from '../host/plugin.ts';

/** Nothing is asked of this module by others. */
export const yearApi = apiRef<null>('year');
