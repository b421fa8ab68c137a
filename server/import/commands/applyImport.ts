import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { news } from '../domain/memory.ts';
import type { Plan } from '../domain/plan.ts';
import { noMapping } from '../forms/sheet.ts';
import { planImport, type ToPlan } from '../planner/planImport.ts';
import { hasProblems } from '../problems.ts';
import { readExisting } from '../queries/readExisting.ts';
import { saidRows, saidTable } from '../store/memory.ts';
import { changeRows, changeTable, highestNumber, insertRun, updateRun } from '../store/runs.ts';
import { batchesOf } from './batches.ts';
import { carryOut, type Modules } from './carryOut.ts';
import { staging } from './stage.ts';

/** Plans and applies in one transaction, all or nothing: for few files, such as those of the demo. */
export async function applyImport(modules: Modules, scope: WriteScope, read: ToPlan): Promise<Plan> {
  const { db } = scope;
  const before = await readExisting(scope, modules);
  const plan = planImport(read, before, noMapping);
  if (plan.problems.length > 0)
    throw new Problem(hasProblems, { problems: plan.problems, count: plan.problems.length });
  const id = scope.newId();
  const ownerId = scope.actor.personId || null;
  await insertRun(db, { id, kind: 'import', ownerId, files: [], answers: {}, createdAt: scope.now });
  const number = (await highestNumber(db)) + 1;
  await carryOut(modules, scope, batchesOf(plan.changes, before, scope.newId));
  await changeTable.insert(db, changeRows(id, plan.changes.map(staging(plan.changes, before))));
  await saidTable.insert(db, saidRows(number, plan.records.flatMap(news(before.memory))));
  await updateRun(db, id, { number, state: 'applied', appliedAt: scope.now, fingerprint: plan.fingerprint });
  return plan;
}
