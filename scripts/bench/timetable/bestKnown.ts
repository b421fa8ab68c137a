/**
 * The least costs that anybody has published for the instances of ITC-2007 track 3 (satt.diegm.uniud.it/ctt), some of them
 * proven to be the least there are.
 */
const costs = [5, 24, 64, 35, 284, 27, 6, 37, 96, 4, 0, 294, 59, 51, 62, 18, 56, 61, 57, 4, 74];

export const bestKnown: ReadonlyMap<string, number> = new Map(
  costs.map((cost, index) => [`comp${String(index + 1).padStart(2, '0')}`, cost]),
);
