/** What a browser says of itself, in so few words that a person recognises their own device and nobody else does. */
export const browsers = ['edge', 'opera', 'yandex', 'samsung', 'firefox', 'chrome', 'safari', 'other'] as const;
export const systems = ['android', 'iphone', 'ipad', 'windows', 'mac', 'chromeos', 'linux', 'other'] as const;

export interface Device {
  readonly browser: (typeof browsers)[number];
  readonly system: (typeof systems)[number];
}

// Most browsers also call themselves by the names of others, so that the order matters.
const browserSigns: readonly (readonly [RegExp, Device['browser']])[] = [
  [/\bEdg(e|A|iOS)?\//, 'edge'],
  [/\b(OPR|Opera)\//, 'opera'],
  [/\bYaBrowser\//, 'yandex'],
  [/\bSamsungBrowser\//, 'samsung'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'chrome'],
  [/\bSafari\//, 'safari'],
];

const systemSigns: readonly (readonly [RegExp, Device['system']])[] = [
  [/\bAndroid\b/, 'android'],
  [/\biPhone\b/, 'iphone'],
  [/\biPad\b/, 'ipad'],
  [/\bCrOS\b/, 'chromeos'],
  [/\bWindows\b/, 'windows'],
  [/\bMacintosh\b/, 'mac'],
  [/\bLinux\b/, 'linux'],
];

const first = <T>(signs: readonly (readonly [RegExp, T])[], text: string): T | undefined =>
  signs.find(([sign]) => sign.test(text))?.[1];

export function deviceOf(userAgent: string | undefined): Device {
  const text = (userAgent ?? '').slice(0, 500);
  return { browser: first(browserSigns, text) ?? 'other', system: first(systemSigns, text) ?? 'other' };
}
