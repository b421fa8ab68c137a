import type { DemoContext } from '../../../server/host/demo.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';
import { agree, askAgreement, decideObjection, object } from '../commands/agreements.ts';
import { createDraft } from '../commands/createDraft.ts';
import { setSilence } from '../commands/setSilence.ts';
import { NewDraft } from '../schemas/drafts.ts';
import { agreementsOfDraft, linesOfHomeSchool, objectionsOf } from '../store/agreements.ts';

const days = 86_400_000;

/** A draft about which home schools are asked: one agrees, one objects to a single lesson and has had an answer to another, the rest have time. */
export async function makeAgreements(
  apis: Apis,
  { write, report, seed }: DemoContext,
  { termId, groupIds }: { readonly termId: string; readonly groupIds: readonly string[] },
): Promise<void> {
  report('Home schools that are asked about a draft');
  const request = NewDraft.parse({ termId, groupIds, name: 'Вторая четверть', from: 'published', seed });
  const draft = await write((scope) => createDraft(apis)(scope, request));
  await write(async (scope) => {
    const [first] = await apis.school.homeSchools(scope.db);
    if (first) await setSilence(scope, apis, first.id, 0, { silenceDays: 5 });
    await askAgreement(scope, apis, draft.id, { answerByOn: dayOf(new Date(scope.now.getTime() + 4 * days)) });
  });
  await write((scope) => answer(scope, apis, draft.id));
}

async function answer(scope: WriteScope, apis: Apis, draftId: string): Promise<void> {
  const [agreeing, objecting] = await agreementsOfDraft(scope.db, draftId);
  if (agreeing && objecting) await agree(scope, agreeing.id);
  const asked = objecting ?? agreeing;
  if (!asked) return;
  const lines = await linesOfHomeSchool(scope.db, draftId, asked.homeSchoolId, scope.now);
  const [first, second] = [lines.at(0), lines.at(-1)];
  const about = (line: (typeof lines)[number]) => ({ groupId: line.groupId, courseId: line.courseId, nth: line.nth });
  if (first)
    await object(scope, apis, asked.id, { ...about(first), reason: 'В это время у нас линейка во всей школе.' });
  const [raised] = await objectionsOf(scope.db, [asked.id]);
  if (raised)
    await decideObjection(scope, apis, raised.id, {
      act: 'waive',
      text: 'Другого часа, когда на связи вся группа, нет; запись урока будет в тот же день.',
    });
  if (second)
    await object(scope, apis, asked.id, { ...about(second), reason: 'Двое наших учеников ещё едут домой из школы.' });
}
