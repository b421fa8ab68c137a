import type { Device } from '../store/devices.ts';
import type { PushKeys } from './keys.ts';

/** What a device is told. The text itself stays on the server: the device asks for it with its own session. */
export interface Signal {
  /** The notice; null where there are several. */
  readonly id: string | null;
  readonly title: string;
  /** Shown where the text cannot be fetched; names nobody. */
  readonly body: string;
  /** Path within the client. */
  readonly link: string;
}

export interface Push {
  readonly device: Device;
  readonly signal: Signal;
  readonly isUrgent: boolean;
}

/** `gone`: the device will never be reached again. `later`: try again. `refused`: this signal is not taken. */
export type PushOutcome = 'taken' | 'gone' | 'later' | 'refused';

export interface PushIdentity {
  readonly keys: PushKeys;
  /** `mailto:` or `https:`; whom a push service writes to when something is wrong. */
  readonly subject: string;
}

const keptSeconds = 24 * 3600;
const patienceMs = 10_000;

/** Encrypts a signal for its device (RFC 8291) and hands it to the device's push service (RFC 8030). */
export async function sendPush(
  { keys, subject }: PushIdentity,
  { device, signal, isUrgent }: Push,
): Promise<PushOutcome> {
  // Loaded with the first signal; threads send none.
  const { default: webPush } = await import('web-push');
  const { endpoint, p256dh, auth } = device;
  const { method, headers, body } = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify(signal),
    {
      vapidDetails: { subject, ...keys },
      contentEncoding: 'aes128gcm',
      TTL: keptSeconds,
      urgency: isUrgent ? 'high' : 'normal',
      // A second copy replaces the first while the device is away.
      topic: (signal.id ?? 'several').replaceAll('-', ''),
    },
  );
  const sent = new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  sent.delete('content-length');
  try {
    const answer = await fetch(endpoint, {
      method,
      headers: sent,
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.body?.cancel();
    return outcomeOf(answer.status);
  } catch {
    return 'later';
  }
}

function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return 'taken';
  if (status === 404 || status === 410) return 'gone';
  // 403: the device was registered under other keys.
  if (status === 403) return 'gone';
  return status === 429 || status >= 500 ? 'later' : 'refused';
}
