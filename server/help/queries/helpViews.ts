import { may } from '../../access/actor.ts';
import { signedIn } from '../../access/permission.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { dayOf } from '../../people/api.ts';
import { helpRequestAs, sightOf } from '../access/sight.ts';
import { chooseOwner } from '../domain/chooseOwner.ts';
import { kinds, mayNext } from '../domain/request.ts';
import type { HelpParts } from '../parts.ts';
import { askForWorkplace } from '../permissions.ts';
import { requestUnknown } from '../problems.ts';
import type { HelpBrief, HelpOwner, HelpOwners, HelpPage, HelpQuery, HelpView } from '../schemas.ts';
import { entriesOf } from '../store/entries.ts';
import { type RequestRow, requestsSeen } from '../store/requests.ts';
import { aboutWhom } from './aboutWhom.ts';
import { candidatesFor, concernOf } from './candidates.ts';
import { ownersFor } from './owners.ts';

type Names = ReadonlyMap<string, string>;

/** A conversation longer than this is shown by its latest part. */
const shownEntries = 200;
const excerptLength = 200;

async function namesOf({ db }: ReadScope, { people }: HelpParts, ids: readonly (string | null)[]): Promise<Names> {
  const cards = await people.peopleByIds(db, [...new Set(ids.flatMap((id) => id ?? []))]);
  return new Map(cards.map(({ id, name }) => [id, name]));
}

const person = (id: string | null, names: Names) => (id ? { id, name: names.get(id) ?? '–' } : null);

const briefOf = (request: RequestRow, names: Names, today: string): HelpBrief => ({
  id: request.id,
  kind: request.kind,
  state: request.state,
  question: request.question,
  asker: { id: request.askedById, name: names.get(request.askedById) ?? '–' },
  about: person(request.aboutId, names),
  owner: person(request.ownerId, names),
  askedAt: request.askedAt.toISOString(),
  dueOn: request.dueOn,
  isOverdue: request.doneAt === null && request.dueOn < today,
  isEscalated: request.doneAt === null && request.dueOn < today && request.escalatedAt !== null,
});

/** A page of what the reader asked, answers or manages, newest first. */
export async function listRequests(scope: ReadScope, parts: HelpParts, query: HelpQuery): Promise<HelpPage> {
  const { which, state, studentId, after, limit } = query;
  const wanted = { which, state, studentId, after, limit: limit + 1, today: dayOf(scope.now) };
  const found = await requestsSeen(scope.db, sightOf(scope, parts.school), wanted);
  const shown = found.slice(0, limit);
  const ids = shown.flatMap(({ askedById, aboutId, ownerId }) => [askedById, aboutId, ownerId]);
  const names = await namesOf(scope, parts, ids);
  return {
    items: shown.map((request) => {
      const brief = briefOf(request, names, dayOf(scope.now));
      return { ...brief, question: brief.question.slice(0, excerptLength) };
    }),
    next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** One request with everything that was said. */
export async function requestView(scope: ReadScope, parts: HelpParts, id: string): Promise<HelpView> {
  const { request, part } = await helpRequestAs(scope, parts.school, id);
  const entries = await entriesOf(scope.db, id, shownEntries);
  const ids = entries.flatMap(({ authorId, ownerId }) => [authorId, ownerId]);
  const names = await namesOf(scope, parts, [...ids, request.askedById, request.aboutId, request.ownerId]);
  const { originTitle: title, originLink: link } = request;
  return {
    ...briefOf(request, names, dayOf(scope.now)),
    origin: title && link ? { title, link } : null,
    entries: entries.map(({ id: entryId, kind, authorId, ownerId, text, writtenAt }) => ({
      ...{ id: entryId, kind, text },
      author: person(authorId, names)?.name ?? null,
      owner: person(ownerId, names)?.name ?? null,
      writtenAt: writtenAt.toISOString(),
    })),
    revision: request.revision,
    may: mayNext(request.state, part),
  };
}

/** To whom a question would go, and what may be asked: to be shown before it is sent. */
export async function ownerOfQuestion(
  scope: ReadScope,
  parts: HelpParts,
  studentId: string | undefined,
): Promise<HelpOwner> {
  const about = aboutWhom(scope.actor, studentId) ?? null;
  if (about) await parts.school.studentAs(scope, signedIn, about);
  const candidates = await candidatesFor(scope, parts, await concernOf(scope, parts, about));
  const ownerId = chooseOwner(candidates, scope.actor.personId) ?? null;
  const names = await namesOf(scope, parts, [ownerId]);
  return {
    owner: person(ownerId, names),
    kinds: kinds.filter((kind) => kind !== 'workplace' || may(scope.actor, askForWorkplace)),
  };
}

/** To whom the reader may give a request. */
export async function listOwners(scope: ReadScope, parts: HelpParts, id: string): Promise<HelpOwners> {
  const { request, part } = await helpRequestAs(scope, parts.school, id);
  if (!part.isOwner && !part.isManager) throw new Problem(requestUnknown, { id });
  return { items: await ownersFor(scope, parts, request) };
}
