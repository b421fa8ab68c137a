import type { Language } from './language.ts';

export type TextValue = string | number | boolean | null;

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const localDate = /^\d{4}-\d\d-\d\d$/;
/** As ISO 8601 writes an interval; `daysOf` makes one. */
const localDates = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/;

/** Two local dates as one value of a text. */
export const daysOf = (fromOn: string, untilOn: string): string => `${fromOn}/${untilOn}`;

/** Instants, local dates and pairs of them among the values of a text, written for a reader in this language and zone. */
export const readableValues = (
  values: Readonly<Record<string, TextValue>>,
  language: Language,
  zone: string,
): Readonly<Record<string, string | number | boolean>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, readable(value, language, zone)]));

function readable(value: TextValue, language: Language, zone: string): string | number | boolean {
  if (typeof value !== 'string') return value ?? '';
  if (instant.test(value)) return dateTime(new Date(value), language, zone);
  const [, fromOn, untilOn] = localDates.exec(value) ?? [];
  if (fromOn && untilOn) return shortDays(fromOn, untilOn, language);
  return localDate.test(value) ? longDate(value, language) : value;
}

/** "Fri, 4 September, 10:40" */
export function dateTime(at: Date, language: Language, zone: string): string {
  const day = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'long', timeZone: zone });
  const clock = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  return `${day.format(at)}, ${clock.format(at)}`;
}

/** "7 – 13 September": for what is near enough to need no year. */
function shortDays(fromOn: string, untilOn: string, language: Language): string {
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return day.formatRange(new Date(`${fromOn}T12:00:00Z`), new Date(`${untilOn}T12:00:00Z`));
}

/** "4 September 2026" */
export const longDate = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
