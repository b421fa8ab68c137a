import type { FilesApi } from '../../files/api.ts';
import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { mailRefused } from '../events.ts';
import type { InboundParts, Prepared } from '../inbound/prepare.ts';
import { valuesOfProblem } from '../kinds/answerRefused.ts';
import { filesLeftMail } from '../kinds/filesLeft.ts';
import { endReceived, failSent, noteReceived } from '../store/inbound.ts';

type Answer = Extract<Prepared, { kind: 'answer' }>;

/** Acts on a mail that came in; a second copy of it changes nothing. Returns what became of it. */
export async function receiveMail(scope: WriteScope, parts: InboundParts, prepared: Prepared): Promise<string> {
  const id = scope.newId();
  const { fingerprint } = prepared;
  const isNew = await noteReceived(scope.db, {
    id,
    fingerprint,
    personId: null,
    outcome: 'taken',
    receivedAt: scope.now,
  });
  if (!isNew) return 'again';
  const { outcome, personId } = await actOn(scope, parts, prepared);
  await endReceived(scope.db, id, { outcome, personId });
  return outcome;
}

async function actOn(
  scope: WriteScope,
  parts: InboundParts,
  prepared: Prepared,
): Promise<{ readonly outcome: string; readonly personId: string | null }> {
  if (prepared.kind === 'ignored') return prepared;
  if (prepared.kind === 'answer')
    return { outcome: await handOver(scope, parts, prepared), personId: prepared.actor.personId };
  const { mailId, status } = prepared;
  const personId = await failSent(scope.db, mailId, status, scope.now);
  if (personId) scope.emit(mailRefused, { personId, mailId, reason: status });
  return { outcome: personId ? 'failed' : 'unknown-mail', personId: personId ?? null };
}

/** The plugin stores the answer, or refuses it; a refusal leaves nothing of it behind. */
async function handOver(scope: WriteScope, parts: InboundParts, answer: Answer): Promise<string> {
  const { installation, files } = parts;
  const owner = installation().mailReplies.find(({ id }) => id === answer.to.owner);
  if (!owner) return 'unknown-thread';
  try {
    await scope.db.transaction(async (db) => {
      const acting = { ...scope.as(answer.actor), db };
      const fileIds = await keepFiles(acting, files, answer);
      await owner.receive(acting, {
        key: answer.to.thingKey,
        id: uuidOf(answer.fingerprint),
        text: answer.text,
        fileIds,
      });
    });
    if (answer.left > 0) await parts.tell(scope, filesLeftMail, answer.actor.personId, { left: answer.left });
    return 'taken';
  } catch (reason) {
    if (!(reason instanceof Problem)) throw reason;
    const refusal = { problem: reason.kind.id, values: valuesOfProblem(reason.extra) };
    await parts.tell(scope, parts.refused, answer.actor.personId, refusal);
    return `refused ${reason.kind.id}`;
  }
}

async function keepFiles(scope: WriteScope, files: FilesApi, { files: taken }: Answer): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, stored } of taken) ids.push((await files.keep(scope, name, stored)).id);
  return ids;
}

/** A UUID (version 8, RFC 9562) that is the same for every copy of a mail. */
const uuidOf = (fingerprint: string): string =>
  fingerprint
    .slice(0, 32)
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5')
    .toLowerCase();
