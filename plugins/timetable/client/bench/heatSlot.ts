import type { z } from 'zod';
import type { HeatMap } from '../../schemas/heatMap.ts';

/** One hour of a group's week: how many can be online, and who cannot. */
export type HeatSlot = z.infer<typeof HeatMap>['items'][number];
