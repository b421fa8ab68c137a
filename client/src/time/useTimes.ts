import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { noonOf } from './days.ts';
import { capitalised, dateFormat, relativeText } from './formats.ts';
import { cityOf, sameClock, zoneOfDevice } from './zone.ts';

const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

const longDay: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };

type CityName = (city: string) => string;

function timesFor(language: string, zone: string, cityName: CityName) {
  const zoneName = (ofZone: string) => cityName(cityOf(ofZone));
  const show = (at: string | Date, options: Intl.DateTimeFormatOptions, inZone = zone) =>
    dateFormat(language, inZone, options).format(new Date(at));
  const showDay = (day: string, options: Intl.DateTimeFormatOptions) =>
    dateFormat(language, 'UTC', options).format(noonOf(day));
  return {
    /** The reader's own zone. */
    zone,
    language,
    /** "10:40" */
    time: (at: string | Date, inZone?: string) => show(at, clock, inZone),
    /** "10:40–11:25" */
    range: (from: string | Date, to: string | Date, inZone?: string) =>
      `${show(from, clock, inZone)}–${show(to, clock, inZone)}`,
    /** "4 September" */
    date: (at: string | Date, inZone?: string) => show(at, { day: 'numeric', month: 'long' }, inZone),
    /** "Fri, 4 September, 10:40" */
    dateTime: (at: string | Date, inZone?: string) =>
      `${show(at, { weekday: 'short', day: 'numeric', month: 'long' }, inZone)}, ${show(at, clock, inZone)}`,
    /** "Friday, 4 September" of a calendar date; Russian and Spanish begin it small within a sentence. */
    day: (day: string) => capitalised(showDay(day, longDay), language),
    dayInText: (day: string) => showDay(day, longDay),
    /** "Fri 4" */
    shortDay: (day: string) => capitalised(showDay(day, { weekday: 'short', day: 'numeric' }), language),
    /** "4 September 2026" */
    longDate: (day: string) => showDay(day, { day: 'numeric', month: 'long', year: 'numeric' }),
    /** "31 August – 6 September" */
    days: (from: string, to: string) =>
      dateFormat(language, 'UTC', { day: 'numeric', month: 'long' }).formatRange(noonOf(from), noonOf(to)),
    /** 1 is Monday: "Monday". 5 January 2026 was one. */
    weekday: (weekday: number, width: 'long' | 'short' = 'long') =>
      capitalised(showDay(`2026-01-${String(4 + weekday).padStart(2, '0')}`, { weekday: width }), language),
    /** "monday" within a sentence; English writes it large there too. */
    weekdayInText: (weekday: number) => showDay(`2026-01-${String(4 + weekday).padStart(2, '0')}`, { weekday: 'long' }),
    relative: (to: string | Date, from: Date) => relativeText(language, from, new Date(to)),
    /** The zone's name when its clock differs from the reader's, otherwise nothing. */
    foreignZone: (inZone: string, at: string | Date) => (sameClock(inZone, zone, new Date(at)) ? '' : zoneName(inZone)),
    /** "Madrid", "Омск" */
    zoneName,
  };
}

/** Dates and times as the reader writes them, on the reader's own clock. */
export function useTimes() {
  const { t, i18n } = useTranslation('client');
  const zone = useSession().person?.zone ?? zoneOfDevice();
  return useMemo(
    () => timesFor(i18n.language, zone, (city) => t(`cities.${city}`, { defaultValue: city.replaceAll('_', ' ') })),
    [i18n.language, zone, t],
  );
}
