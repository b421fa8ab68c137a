import { defineProblem } from '../http/problem.ts';

/** Somebody who still takes part is not erased by a slip: they are made inactive first. */
export const stillActive = defineProblem('privacy/still-active', 409);
/** The name that was typed to confirm is not the person's. */
export const nameDiffers = defineProblem('privacy/name-differs', 422);

export const archiveUnknown = defineProblem('privacy/archive-unknown', 404);
export const archiveNotReady = defineProblem('privacy/archive-not-ready', 409);
/** Somebody has asked for archives of very many people. */
export const enoughArchives = defineProblem('privacy/enough-archives', 409);

export const problems = [stillActive, nameDiffers, archiveUnknown, archiveNotReady, enoughArchives] as const;
