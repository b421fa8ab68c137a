import { scopesOf } from '../../access/actor.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { editSchool } from '../permissions.ts';
import { wholeSchoolOnly } from '../problems.ts';

/** May the actor change the school's structure? Groups mix home schools, so a coordinator of one may not. */
export const mayEditSchool = (scope: ReadScope): boolean =>
  scopesOf(scope.actor, editSchool).some(({ kind }) => kind === 'everything');

/** Refuses those who may not, with the reason. */
export function mustEditSchool(scope: ReadScope): void {
  if (!mayEditSchool(scope)) throw new Problem(wholeSchoolOnly, { needs: editSchool.id });
}
