/** Whether this browser can show signals at all; on an iPhone only when the site stands on the home screen. */
export const canShowSignals = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

export type SignalState = 'unsupported' | 'denied' | 'off' | 'on';

const registered = async (): Promise<ServiceWorkerRegistration | undefined> =>
  canShowSignals() ? navigator.serviceWorker.getRegistration() : undefined;

/** The address at which this browser is told; undefined when it is not. */
export async function endpointHere(): Promise<string | undefined> {
  const subscription = await (await registered())?.pushManager.getSubscription();
  return subscription?.endpoint;
}

export async function signalState(): Promise<SignalState> {
  if (!canShowSignals() || !(await registered())) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  return Notification.permission === 'granted' && (await endpointHere()) ? 'on' : 'off';
}

export interface BrowserAddress {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly label: string;
}

/** Asks the person, then the browser's push service. Undefined when the person says no. */
export async function allowSignals(publicKey: string): Promise<BrowserAddress | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return undefined;
  const { pushManager } = await navigator.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  // One that was made under other keys cannot be used.
  await before?.unsubscribe();
  const { endpoint, keys } = (
    await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  ).toJSON();
  const { p256dh, auth } = keys ?? {};
  return endpoint && p256dh && auth ? { endpoint, p256dh, auth, label: browserName(navigator.userAgent) } : undefined;
}

/** The browser tells nobody any more. Returns the address that it had. */
export async function endSignals(): Promise<string | undefined> {
  const subscription = await (await registered())?.pushManager.getSubscription();
  await subscription?.unsubscribe();
  return subscription?.endpoint;
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/YaBrowser/, 'Yandex'],
  [/Edg/, 'Edge'],
  [/OPR|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux|CrOS/, 'Linux'],
];

/** "Chrome, Android": what somebody knows a device by. */
export function browserName(userAgent: string): string {
  const nameIn = (known: typeof browsers) => known.find(([sign]) => sign.test(userAgent))?.[1];
  return [nameIn(browsers) ?? 'Browser', nameIn(systems)].filter(Boolean).join(', ');
}
