import { apiRef } from '../host/plugin.ts';

// biome-ignore lint/performance/noBarrelFile: an api is the one place that re-exports
export { guardianshipEnded, guardianshipEndsSoon } from './events.ts';

export const guardianshipApi = apiRef<null>('guardianship');
