import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { draftToChange } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { absenceWithdrawn } from '../composingEvents.ts';
import { draftTopic } from '../draftTopic.ts';
import { compromiseUnknown, compromiseWithdrawn } from '../problems.ts';
import { compromiseList } from '../queries/listCompromises.ts';
import type { CompromiseList, CompromiseParams } from '../schemas/compromises.ts';
import { compromisesOf, withdrawCompromise as withdrawRow } from '../store/compromises.ts';
import { changeDraftRow } from '../store/drafts.ts';

/** Takes an accepted absence back. A lesson that leaned on it stays where it is, and shows as broken. */
export const withdrawCompromise =
  (apis: Apis) =>
  async (scope: WriteScope, { draftId, compromiseId }: CompromiseParams, seen: number): Promise<CompromiseList> => {
    const draft = await draftToChange(apis.school, scope, draftId, seen);
    const found = (await compromisesOf(scope.db, draftId)).find(({ id }) => id === compromiseId);
    if (!found) throw new Problem(compromiseUnknown);
    if (found.state === 'withdrawn') throw new Problem(compromiseWithdrawn);
    await withdrawRow(scope.db, compromiseId, { withdrawnById: scope.actor.personId, withdrawnAt: scope.now });
    const revision = await changeDraftRow(scope.db, draft);
    scope.emit(absenceWithdrawn, { draftId, groupId: found.groupId, studentId: found.studentId });
    scope.touch(draftTopic(apis.school), draftId);
    return compromiseList(apis, scope, { ...draft, revision });
  };
