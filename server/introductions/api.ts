import { apiRef } from '../host/plugin.ts';

export const introductionsApi = apiRef<null>('introductions');
