import { may } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { agreementAs, homeSchoolsAnsweredFor } from '../access/agreementAs.ts';
import { draftAs, draftsOf } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { standsInTheWay } from '../domain/agreement/state.ts';
import { publishTimetable } from '../permissions.ts';
import type { AgreementBrief, AgreementList, AgreementView, DraftAgreements } from '../schemas/agreements.ts';
import { agreementsOfDraft, agreementsToAnswer, homeSchoolsOfDraft } from '../store/agreements.ts';
import { briefsOf, linesOf } from './agreementBriefs.ts';
import { silenceViews } from './agreementSilence.ts';

/** What the home schools say of a draft that the actor composes. */
export async function agreementsOf(scope: ReadScope, apis: Apis, draftId: string): Promise<DraftAgreements> {
  await draftAs(apis.school, scope, draftId);
  const items = await briefsOf(scope, apis, await agreementsOfDraft(scope.db, draftId));
  return {
    items,
    isInTheWay: items.some(({ state }) => standsInTheWay(state)),
    schools: await silenceViews(scope, apis, await homeSchoolsOfDraft(scope.db, draftId, scope.now)),
  };
}

/** Whose agreement is missing; empty where nobody was asked or everybody agrees. */
export async function missingAgreements(scope: ReadScope, apis: Apis, draftId: string): Promise<string[]> {
  const briefs = await briefsOf(scope, apis, await agreementsOfDraft(scope.db, draftId));
  return briefs.filter(({ state }) => standsInTheWay(state)).map(({ homeSchoolName }) => homeSchoolName);
}

/** What the home schools of the actor are asked about drafts, and what they said of those published already; latest first. */
export async function listAgreements(scope: ReadScope, apis: Apis): Promise<AgreementList> {
  const own = homeSchoolsAnsweredFor(scope);
  return {
    items: await briefsOf(scope, apis, await agreementsToAnswer(scope.db, own)),
    schools: await silenceViews(scope, apis, own),
  };
}

/** One question to a home school, with the lessons of its students. */
export async function agreementView(scope: ReadScope, apis: Apis, id: string): Promise<AgreementView> {
  const row = await agreementAs(scope, id);
  const [brief] = await briefsOf(scope, apis, [row]);
  if (!brief) throw new Error('An agreement has no view of its own');
  const lessons = await linesOf(scope, row);
  return { ...brief, lessons, may: { ...mayOf(brief), decide: await mayDecide(scope, apis, brief) } };
}

/** Objections are answered where they are read, by whoever composes the draft. */
const mayDecide = async (scope: ReadScope, { school }: Apis, { draftId, isPublished }: AgreementBrief) =>
  !isPublished &&
  may(scope.actor, publishTimetable) &&
  (await draftsOf(school, scope).where('draft.id', draftId)).length > 0;

const mayOf = ({ state, isPublished }: AgreementBrief) => ({
  agree: !isPublished && standsInTheWay(state) && state !== 'objected',
  object: !isPublished,
});
