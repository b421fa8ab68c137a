import type { RescheduleState } from '../domain/reschedule/reschedule.ts';

/** States of a request in which somebody still has to do something; the unique indexes of its table name the same. */
export const openStates = ['asked', 'proposed', 'agreed'] as const satisfies readonly RescheduleState[];
