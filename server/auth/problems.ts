import { defineProblem } from '../http/problem.ts';

export const signInFailed = defineProblem('auth/sign-in-failed', 401);
export const wrongPassword = defineProblem('auth/wrong-password', 422);
export const loginTaken = defineProblem('auth/login-taken', 409);
