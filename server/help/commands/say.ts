import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { helpRequestAs } from '../access/sight.ts';
import { decideMessage, decideState, type EntryKind, type State, waiting } from '../domain/request.ts';
import type { HelpParts } from '../parts.ts';
import { alreadySo, notYoursToReopen, requestClosed, requestUnknown } from '../problems.ts';
import type { HelpMessage, HelpState } from '../schemas.ts';
import { insertEntry } from '../store/entries.ts';
import { lockRequest, type RequestRow, updateRequest } from '../store/requests.ts';

interface Step {
  readonly state: State;
  readonly entry: EntryKind;
  readonly text: string | null;
}

/** An answer, or what the asker adds. */
export async function sayInRequest(scope: WriteScope, parts: HelpParts, id: string, { text }: HelpMessage) {
  const { request, part } = await lockedAs(scope, parts, id);
  const decision = decideMessage(request.state, part);
  if (decision.kind === 'refuse') throw new Problem(requestClosed);
  await take(scope, parts, request, { ...decision, text });
}

/** Closes a request or opens it again. */
export async function setRequestState(scope: WriteScope, parts: HelpParts, id: string, { state, text }: HelpState) {
  const { request, part } = await lockedAs(scope, parts, id);
  const decision = decideState(request.state, state, part);
  if (decision.kind === 'refuse') throw new Problem(decision.why === 'already' ? alreadySo : notYoursToReopen);
  await take(scope, parts, request, { ...decision, text: text ?? null });
}

/** Two who write at once see each other's state. */
async function lockedAs(scope: WriteScope, { school }: HelpParts, id: string) {
  const { part } = await helpRequestAs(scope, school, id);
  const request = await lockRequest(scope.db, id);
  if (!request) throw new Problem(requestUnknown, { id });
  return { request, part };
}

async function take(scope: WriteScope, parts: HelpParts, request: RequestRow, step: Step): Promise<void> {
  const entryId = scope.newId();
  const doneAt = waiting.includes(step.state) ? null : (request.doneAt ?? scope.now);
  await updateRequest(scope.db, request.id, { state: step.state, doneAt });
  await insertEntry(scope.db, {
    id: entryId,
    requestId: request.id,
    kind: step.entry,
    authorId: scope.actor.personId || null,
    ownerId: null,
    text: step.text,
    writtenAt: scope.now,
  });
  const { personId } = scope.actor;
  const others = [request.askedById, request.ownerId].flatMap((one) => (one && one !== personId ? [one] : []));
  await parts.notify.tell(scope, {
    personIds: others,
    kind: `help.${step.entry}`,
    ...(request.aboutId ? { aboutPersonId: request.aboutId } : {}),
    params: {},
    link: `/help/${request.id}`,
    dedupeKey: `help.entry:${entryId}`,
  });
}
