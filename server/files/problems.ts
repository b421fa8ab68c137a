import { defineProblem } from '../http/problem.ts';

export const fileUnknown = defineProblem('files/unknown', 404);
export const fileNotYours = defineProblem('files/not-yours', 409);
export const typeRefused = defineProblem('files/type-refused', 415);
export const pictureBroken = defineProblem('files/picture-broken', 422);
export const pictureTooLarge = defineProblem('files/picture-too-large', 422);
export const archiveRefused = defineProblem('files/archive-refused', 422);
export const fileEmpty = defineProblem('files/empty', 422);
export const tooManyLoose = defineProblem('files/too-many-loose', 409);
export const tryAgain = defineProblem('files/try-again', 409);

export const filesProblems = [
  fileUnknown,
  fileNotYours,
  typeRefused,
  pictureBroken,
  pictureTooLarge,
  archiveRefused,
  fileEmpty,
  tooManyLoose,
  tryAgain,
];
