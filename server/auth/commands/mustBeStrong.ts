import { Problem } from '../../http/problem.ts';
import { decidePassword } from '../domain/passwordRule.ts';
import { weakPassword } from '../problems.ts';

/** @throws Problem auth/weak-password. `known`: login and names, of which a password must not be made. */
export function mustBeStrong(password: string, ...known: readonly string[]): void {
  if (decidePassword(password, known) === 'weak') throw new Problem(weakPassword);
}
