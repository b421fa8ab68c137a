import { z } from 'zod';
import type { ReadScope, WriteScope } from '../../host/scope.ts';
import { defineJob, type JobContext, type JobKind } from '../../jobs/job.ts';
import type { PersonCard } from '../../people/api.ts';
import { usualChannels } from '../domain/choice.ts';
import { planSignals, type SignalPlan } from '../domain/signals.ts';
import { channelFailed } from '../events.ts';
import type { NotifyParts } from '../parts.ts';
import { type Push, type PushIdentity, type PushOutcome, type Signal, sendPush } from '../push/sendPush.ts';
import { stillAllowed } from '../queries/mayHear.ts';
import { quietAmong } from '../queries/quietHours.ts';
import { choicesOf } from '../store/choices.ts';
import { type Device, deleteDevices, devicesOf, noteReached, ownersAmong } from '../store/devices.ts';
import { claimPushes, type DuePush, endPushes, postponePushes } from '../store/pushes.ts';
import { noteTrouble } from '../store/troubles.ts';

const atOnce = 100;
const leaseMs = 5 * 60_000;
/** Requests to push services under way at a time. */
const lines = 8;

/** Shows signals whose moment has come on their people's devices. Whoever dies in between is taken over after the lease. */
export const pushJob = (parts: NotifyParts, identity: () => PushIdentity): JobKind<Record<string, never>> =>
  defineJob({
    name: 'notify.push',
    lane: 'quick',
    input: z.strictObject({}),
    run: async (context) => {
      let taken = 0;
      for (let due = await claim(context); due.length > 0; due = await claim(context)) {
        const decided = await context.read((scope) => decide(scope, parts, due));
        const sent = await sendAll(
          identity(),
          decided.flatMap(({ pushes }) => pushes),
          context.signal,
        );
        await context.write((scope) => settle(scope, decided, sent));
        taken += sent.filter(({ outcome }) => outcome === 'taken').length;
        context.report({ done: taken, total: taken });
      }
      return { taken };
    },
  });

const claim = (context: JobContext): Promise<DuePush[]> =>
  context.write(({ db, dialect, now }) =>
    claimPushes(db, dialect, { now, busyUntil: new Date(now.getTime() + leaseMs), limit: atOnce }),
  );

interface Decided extends SignalPlan {
  readonly personId: string;
  readonly pushes: readonly (Push & { readonly noticeIds: readonly string[] })[];
}

async function decide(scope: ReadScope, parts: NotifyParts, due: readonly DuePush[]): Promise<readonly Decided[]> {
  const personIds = [...new Set(due.map(({ personId }) => personId))];
  const cards = new Map((await parts.people.peopleByIds(scope.db, personIds)).map((card) => [card.id, card]));
  const quiet = await quietAmong(scope, parts.people, personIds);
  const choices = await choicesOf(scope.db, personIds);
  const devices = await devicesOf(scope.db, personIds);
  const decided: Decided[] = [];
  for (const personId of personIds) {
    const own = due.filter((one) => one.personId === personId);
    const allowed = new Set((await stillAllowed(scope, parts, personId, own)).map(({ id }) => id));
    const signals = own.map(({ id, area, createdAt, readAt, urgentReason }) => ({
      id,
      personId,
      createdAt,
      isRead: readAt !== null,
      isUrgent: urgentReason !== null,
      isWanted: allowed.has(id) && (choices.get(personId)?.get(area) ?? usualChannels).isPushed,
    }));
    const plan = planSignals(signals, quiet.get(personId), scope.now);
    const mine = devices.filter((device) => device.personId === personId);
    decided.push({ ...plan, personId, pushes: pushesOf(parts, cards.get(personId), own, plan, mine) });
  }
  return decided;
}

function pushesOf(
  parts: NotifyParts,
  card: PersonCard | undefined,
  due: readonly DuePush[],
  { single, together }: SignalPlan,
  devices: readonly Device[],
): Decided['pushes'] {
  if (!card) return [];
  const byId = new Map(due.map((one) => [one.id, one]));
  const told = single
    .flatMap((id) => byId.get(id) ?? [])
    .map((one) => ({
      signal: signalOf(parts, card, one),
      isUrgent: one.urgentReason !== null,
      noticeIds: [one.id],
    }));
  if (together.length > 0)
    told.push({ signal: numberOf(parts, card, together.length), isUrgent: false, noticeIds: [...together] });
  return told.flatMap((one) => devices.map((device) => ({ ...one, device })));
}

const say = (parts: NotifyParts, { language }: PersonCard, key: string, values: Record<string, string | number> = {}) =>
  parts.installation().texts.say(language, 'notify', key, values) ?? '';

const signalOf = (parts: NotifyParts, card: PersonCard, { id, area, link }: DuePush): Signal => ({
  id,
  title: say(parts, card, `areas.${area}`),
  body: say(parts, card, 'push.one'),
  link,
});

const numberOf = (parts: NotifyParts, card: PersonCard, count: number): Signal => ({
  id: null,
  title: say(parts, card, 'mail.several', { count }),
  body: say(parts, card, 'push.open'),
  link: '/notices',
});

interface Sent {
  readonly device: Device;
  readonly noticeIds: readonly string[];
  readonly outcome: PushOutcome;
}

async function sendAll(identity: PushIdentity, pushes: Decided['pushes'], signal: AbortSignal): Promise<Sent[]> {
  const sent: Sent[] = [];
  const queue = [...pushes];
  const line = async (): Promise<void> => {
    for (let push = queue.shift(); push && !signal.aborted; push = queue.shift())
      sent.push({ device: push.device, noticeIds: push.noticeIds, outcome: await sendPush(identity, push) });
  };
  await Promise.all(Array.from({ length: lines }, line));
  return sent;
}

async function settle(scope: WriteScope, decided: readonly Decided[], sent: readonly Sent[]): Promise<void> {
  const { db, now } = scope;
  const idsWith = (outcome: PushOutcome): Set<string> =>
    new Set(sent.filter((one) => one.outcome === outcome).flatMap(({ noticeIds }) => noticeIds));
  const taken = idsWith('taken');
  const later = idsWith('later');
  const tried = decided.flatMap(({ single, together }) => [...single, ...together]);
  // What one device has shown is not tried again for another: the copy would come twice to the first.
  const shown = tried.filter((id) => taken.has(id));
  const dropped = tried.filter((id) => !taken.has(id) && !later.has(id));
  await endPushes(db, { shown, dropped: [...dropped, ...decided.flatMap((one) => one.dropped)] }, now);
  for (const { waiting, waitUntil } of decided) if (waitUntil) await postponePushes(db, waiting, waitUntil);
  await noteReached(db, idsOf(sent, 'taken'), now);
  await forgetDevices(
    scope,
    sent.filter(({ outcome }) => outcome === 'gone').map(({ device }) => device),
  );
}

const idsOf = (sent: readonly Sent[], outcome: PushOutcome): string[] => [
  ...new Set(sent.filter((one) => one.outcome === outcome).map(({ device }) => device.id)),
];

/** Takes dead devices away; whoever has none left is in trouble. */
async function forgetDevices(scope: WriteScope, dead: readonly Device[]): Promise<void> {
  if (dead.length === 0) return;
  const people = [...new Set(dead.map(({ personId }) => personId))];
  await deleteDevices(
    scope.db,
    dead.map(({ id }) => id),
  );
  const reached = await ownersAmong(scope.db, people);
  for (const personId of people) {
    if (reached.has(personId)) continue;
    const trouble = {
      id: scope.newId(),
      personId,
      channel: 'push',
      reason: 'gone',
      addressHash: null,
      lastAt: scope.now,
    } as const;
    if (await noteTrouble(scope.db, trouble)) scope.emit(channelFailed, { personId, channel: 'push', reason: 'gone' });
  }
}
