import { apiRef } from '../host/plugin.ts';

export const guidesApi = apiRef<null>('guides');
