import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '../../access/actor.ts';
import { actorOfPerson, isLockedOut } from '../../access/loadActor.ts';
import type { FilesApi, StoredUpload } from '../../files/api.ts';
import type { Installation } from '../../host/installation.ts';
import { Received } from '../../host/receivedFile.ts';
import type { ReadScope, WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { PeopleApi } from '../../people/api.ts';
import { answerIn } from '../domain/answer.ts';
import { classify } from '../domain/incoming.ts';
import type { MailKind } from '../kind.ts';
import type { AnswerRefused } from '../kinds/answerRefused.ts';
import { type ReplyAddress, replyAddressById, wasReceived } from '../store/inbound.ts';
import { type Addressed, readAddress } from './address.ts';
import type { AttachedFile, ReadMail } from './readMail.ts';

export interface InboundParts {
  readonly secret: string;
  /** `local@domain` of the configuration. */
  readonly address: string;
  /** Folder for attachments that are looked at. */
  readonly folder: string;
  readonly people: PeopleApi;
  readonly files: FilesApi;
  installation(): Installation;
  /** Tells somebody what became of their answer. */
  tell<D>(scope: WriteScope, kind: MailKind<D>, personId: string, data: D): Promise<unknown>;
  readonly refused: MailKind<AnswerRefused>;
}

/** Attached to an answer: name, and what the storage holds already. */
export interface TakenFile {
  readonly name: string;
  readonly stored: StoredUpload;
}

/** What was found out about a mail before the transaction. */
export type Prepared = { readonly fingerprint: string } & (
  | { readonly kind: 'ignored'; readonly outcome: Ignored; readonly personId: string | null }
  | { readonly kind: 'failed'; readonly mailId: string; readonly status: string }
  | {
      readonly kind: 'answer';
      readonly actor: Actor;
      readonly to: ReplyAddress;
      readonly text: string;
      readonly files: readonly TakenFile[];
      /** How many attachments were not taken. */
      readonly left: number;
    }
);

export type Ignored = 'not-ours' | 'automatic' | 'unknown-thread' | 'wrong-sender' | 'empty' | 'again';

const mostFiles = 5;
const largestFile = 10_000_000;
const longestAnswer = 20_000;

/** Finds out what a mail is, who wrote it and to what; stores the contents of its attachments. Nothing is decided for good here. */
export async function prepareMail(scope: ReadScope, parts: InboundParts, mail: ReadMail): Promise<Prepared> {
  const { fingerprint } = mail;
  const ignored = (outcome: Ignored, personId: string | null = null): Prepared => ({
    fingerprint,
    kind: 'ignored',
    outcome,
    personId,
  });
  if (await wasReceived(scope.db, fingerprint)) return ignored('again');
  const addressed = addressedTo(parts, mail);
  if (!addressed) return ignored('not-ours');
  const incoming = classify(mail);
  if (incoming.kind === 'failed' && addressed.kind === 'bounce')
    return { fingerprint, kind: 'failed', mailId: addressed.id, status: incoming.failure.status };
  if (incoming.kind !== 'answer' || addressed.kind !== 'reply') return ignored('automatic');
  const to = await replyAddressById(scope.db, addressed.id);
  if (!to) return ignored('unknown-thread');
  const actor = await writerOf(scope, parts, to, incoming.from);
  if (!actor) return ignored('wrong-sender', to.personId);
  const text = answerIn(mail.text).slice(0, longestAnswer);
  const taken = await takeFiles({ ...scope, actor }, parts, mail.files);
  if (text === '' && taken.length === 0) return ignored('empty', to.personId);
  return { fingerprint, kind: 'answer', actor, to, text, files: taken, left: mail.files.length - taken.length };
}

function addressedTo({ secret, address }: InboundParts, { to }: ReadMail): Addressed | undefined {
  for (const one of to) {
    const found = readAddress(secret, address, one);
    if (found) return found;
  }
  return undefined;
}

/** The person to whom the address was given, when it is they who wrote, and may still come in. */
async function writerOf(
  scope: ReadScope,
  { people, installation }: InboundParts,
  { personId }: ReplyAddress,
  from: string,
): Promise<Actor | undefined> {
  const [contact] = await people.contactsByIds(scope.db, [personId]);
  if (contact?.email?.toLowerCase() !== from.toLowerCase()) return undefined;
  if (await isLockedOut(scope.db, personId)) return undefined;
  return actorOfPerson({ db: scope.db, personId, sessionId: '', now: scope.now }, installation().grantSources);
}

/** What is too much, too large or of a kind that the product does not take is left out. */
async function takeFiles(
  scope: ReadScope,
  parts: InboundParts,
  files: readonly AttachedFile[],
): Promise<readonly TakenFile[]> {
  const taken: TakenFile[] = [];
  for (const { name, content } of files.slice(0, mostFiles)) {
    const stored = content.length <= largestFile ? await takeFile(scope, parts, content) : undefined;
    if (stored) taken.push({ name, stored });
  }
  return taken;
}

async function takeFile(
  scope: ReadScope,
  { folder, files }: InboundParts,
  content: Buffer,
): Promise<StoredUpload | undefined> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, scope.newId());
  await writeFile(path, content, { mode: 0o600, flag: 'wx' });
  try {
    return await files.takeIn(
      scope,
      new Received(path, createHash('sha256').update(content).digest('hex'), content.length),
    );
  } catch (reason) {
    if (reason instanceof Problem) return undefined;
    throw reason;
  } finally {
    await rm(path, { force: true });
    await rm(`${path}.picture`, { force: true });
  }
}
