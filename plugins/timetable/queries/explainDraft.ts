import type { ReadScope } from '../../../server/host/scope.ts';
import { draftAs } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { explain } from '../domain/compose/explain.ts';
import { sharesOf } from '../domain/compose/shares.ts';
import type { DraftParams } from '../schemas/drafts.ts';
import type { ExplanationView } from '../schemas/explanation.ts';
import { composedOf } from './composedOf.ts';
import { draftFacts } from './draftFacts.ts';
import { constraintView } from './explanationViews.ts';
import { knownNames } from './knownNames.ts';

/** Where the score of a draft comes from, constraint by constraint with the lessons concerned. */
export const explainDraft =
  (apis: Apis) =>
  async (scope: ReadScope, { draftId }: DraftParams): Promise<ExplanationView> => {
    const draft = await draftAs(apis.school, scope, draftId);
    const { facts } = await draftFacts(apis, scope, draft);
    const composed = composedOf(facts);
    const explanation = explain(composed);
    const { hard, soft, constraints } = explanation;
    const names = await knownNames(apis, scope, facts);
    const { lessons, groups, teachers, rest } = sharesOf(composed, explanation);
    return {
      revision: draft.revision,
      hard,
      soft,
      items: constraints.map((part) => constraintView(names, part)),
      shares: {
        lessons: lessons.map(({ subject, ...sums }) => ({ lesson: names.lesson(subject), ...sums })),
        groups: groups.map(({ subject, ...sums }) => ({ groupId: subject, groupName: names.group(subject), ...sums })),
        teachers: teachers.map(({ subject, ...sums }) => ({ teacher: names.person(subject ?? undefined), ...sums })),
        rest,
      },
    };
  };
