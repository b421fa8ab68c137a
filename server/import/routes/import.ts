import { scopesOf } from '../../access/actor.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { defineQuestion, defineWrite } from '../../http/route.ts';
import { applyImport, type Modules } from '../commands/applyImport.ts';
import { importPeople } from '../permissions.ts';
import { changedSincePlan, hasProblems, wholeSchoolOnly } from '../problems.ts';
import { planFiles } from '../queries/planFiles.ts';
import { FilesToApply, FilesToPlan, PlanView } from '../schemas.ts';

const bodyLimit = 5 * 1024 * 1024;

/** An import writes to every home school, so it is for those who answer for all of them. */
function mustImport(scope: ReadScope): void {
  if (!scopesOf(scope.actor, importPeople).some(({ kind }) => kind === 'everything'))
    throw new Problem(wholeSchoolOnly, { needs: importPeople.id });
}

export const importRoutes = (modules: Modules) => [
  defineQuestion({
    path: '/import/plan',
    operationId: 'planImport',
    summary: 'What an import of these files would change, or everything that is wrong with them; changes nothing',
    permission: importPeople,
    bodyLimit,
    body: FilesToPlan,
    output: PlanView,
    problems: [wholeSchoolOnly],
    handle: (scope, { body }) => {
      mustImport(scope);
      return planFiles(modules.calendar, scope, body.files);
    },
  }),
  defineWrite({
    method: 'post',
    path: '/import/apply',
    operationId: 'applyImport',
    summary: 'Applies the plan with this fingerprint, all or nothing',
    permission: importPeople,
    bodyLimit,
    body: FilesToApply,
    output: PlanView,
    problems: [wholeSchoolOnly, hasProblems, changedSincePlan],
    handle: (scope, { body }) => {
      mustImport(scope);
      return applyImport(modules, scope, body.files, body.fingerprint);
    },
  }),
];
