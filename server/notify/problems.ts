import { defineProblem } from '../http/problem.ts';

export const urgentRefused = defineProblem('notify/urgent-refused', 403);
export const stopLinkBroken = defineProblem('notify/stop-link-broken', 422);
export const pushServiceUnknown = defineProblem('notify/push-service-unknown', 422);
export const tooManyDevices = defineProblem('notify/too-many-devices', 409);
export const notifyProblems = [urgentRefused, stopLinkBroken, pushServiceUnknown, tooManyDevices];
