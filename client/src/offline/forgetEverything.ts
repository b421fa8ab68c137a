import type { QueryClient } from '@tanstack/react-query';
import { rememberPerson } from './lastPerson.ts';

/** How many messages and notes would be lost by signing out. */
export async function unsentHere(): Promise<number> {
  const { queueNow } = await import('./queue.ts');
  return queueNow().waiting.length;
}

/** Empties this device of whatever it kept for whoever signs out; what cannot be emptied keeps nobody from leaving. */
export async function forgetEverything(client: QueryClient): Promise<void> {
  const session = client.getQueryData<{ readonly person: { readonly id: string } | null }>(['session']);
  rememberPerson(undefined);
  const { forgetDevice } = await import('./device.ts');
  await forgetDevice(session?.person?.id ?? '').catch(() => undefined);
}
