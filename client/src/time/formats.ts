const kept = new Map<string, Intl.DateTimeFormat>();

/** Intl formats are slow to make on a cheap phone, so they are kept. */
export function dateFormat(language: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  const known = kept.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, { ...options, timeZone: zone });
  kept.set(key, made);
  return made;
}

/** First letter large, as a heading wants it; Russian and Spanish weekdays are written small. */
export const capitalised = (text: string, language: string): string =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** "in 20 minutes", "yesterday"; "now" within a minute. */
export function relativeText(language: string, from: Date, to: Date): string {
  const seconds = (to.getTime() - from.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const step = steps.find(([, size]) => Math.abs(seconds) >= size);
  return step ? format.format(Math.round(seconds / step[1]), step[0]) : format.format(0, 'second');
}
