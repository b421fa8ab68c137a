import { defineProblem } from '../http/problem.ts';

export const signInFailed = defineProblem('auth/sign-in-failed', 401);
export const wrongPassword = defineProblem('auth/wrong-password', 422);
export const loginTaken = defineProblem('auth/login-taken', 409);
export const tooManyAttempts = defineProblem('auth/too-many-attempts', 429);
export const weakPassword = defineProblem('auth/weak-password', 422);

export const wrongCode = defineProblem('auth/wrong-code', 422);
/** The sign-in whose code this was took too long or was begun elsewhere. */
export const signInAgain = defineProblem('auth/sign-in-again', 409);
export const secondFactorIsOn = defineProblem('auth/second-factor-is-on', 409);
export const secondFactorIsOff = defineProblem('auth/second-factor-is-off', 409);
export const secondFactorStays = defineProblem('auth/second-factor-stays', 409);

export const codeUnknown = defineProblem('auth/code-unknown', 404);
export const sheetUnknown = defineProblem('auth/sheet-unknown', 404);
export const sheetNotReady = defineProblem('auth/sheet-not-ready', 409);
export const codeUsed = defineProblem('auth/code-used', 409);
export const codeExpired = defineProblem('auth/code-expired', 409);
export const codeRevoked = defineProblem('auth/code-revoked', 409);
/** The code is for something else than what it was sent to. */
export const codeOfOtherKind = defineProblem('auth/code-of-other-kind', 409);
/** Two codes for one person were made at once. */
export const codeMadeMeanwhile = defineProblem('auth/code-made-meanwhile', 409);
/** A family code was sent without who the parent is. */
export const familyMissing = defineProblem('auth/family-missing', 422);
export const notForYou = defineProblem('auth/not-for-you', 403);
export const hasAccount = defineProblem('auth/has-account', 409);
export const noAccount = defineProblem('auth/no-account', 409);
export const noEmail = defineProblem('auth/no-email', 409);
export const enoughFamilyCodes = defineProblem('auth/enough-family-codes', 409);
export const alreadyYourChild = defineProblem('auth/already-your-child', 409);
export const cannotJoin = defineProblem('auth/cannot-join', 409);

export const sessionUnknown = defineProblem('auth/session-unknown', 404);

export const providerUnavailable = defineProblem('auth/provider-unavailable', 503);
export const providerRefused = defineProblem('auth/provider-refused', 422);
export const providerUnknown = defineProblem('auth/provider-unknown', 422);
export const providerAccountTaken = defineProblem('auth/provider-account-taken', 409);
