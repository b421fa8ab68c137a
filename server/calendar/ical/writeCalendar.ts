import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import { instantOf, localOf } from '../domain/instant.ts';
import type { Interval } from '../domain/interval.ts';
import { dayMs } from '../domain/localTime.ts';
import { vtimezone } from './vtimezone.ts';

/** One entry of a calendar. Texts come from people: they may hold anything. */
export interface FeedEvent extends Interval {
  /** The same for ever, whatever becomes of the event. */
  readonly uid: string;
  /** Goes up with every change of time or state; programs believe the highest. */
  readonly sequence: number;
  /** IANA zone in whose wall time the event is told. */
  readonly zone: string;
  readonly title: string;
  readonly description?: string;
  readonly location?: string;
  /** A web address to join by; anything else is left out. */
  readonly url?: string;
  /** A cancelled event stays in the feed, so that programs take it away. */
  readonly isCancelled: boolean;
  readonly changedAt: Date;
}

export interface Feed {
  readonly name: string;
  readonly events: readonly FeedEvent[];
}

const refreshSeconds = 3600;

/**
 * Writes a feed as text/calendar (RFC 5545): lines end in CRLF, every zone comes with its VTIMEZONE, and no text can
 * add a line of its own. The result depends on nothing but the feed.
 */
export function writeCalendar({ name, events }: Feed): string {
  const calendar = new ICalCalendar({
    name: escaped(oneLine(name)),
    prodId: '//Tutoria//Tutoria//EN',
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
    timezone: { name: null, generator: (zone) => vtimezone(zone, ...yearsAround(events)) },
  });
  for (const event of events) addEvent(calendar, event);
  return `${calendar.toString().replace(/(\r\n)+$/, '')}\r\n`;
}

function addEvent(calendar: ICalCalendar, event: FeedEvent): void {
  const url = webAddress(event.url);
  const zone = toldZone(event);
  calendar.createEvent({
    id: oneLine(event.uid),
    sequence: event.sequence,
    // In a zone of its own, so that the server's zone plays no part.
    start: DateTime.fromJSDate(event.startsAt, { zone: zone ?? 'UTC' }),
    end: DateTime.fromJSDate(event.endsAt, { zone: zone ?? 'UTC' }),
    timezone: zone,
    stamp: event.changedAt,
    lastModified: event.changedAt,
    summary: oneLine(event.title),
    status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(event.description === undefined ? {} : { description: plain(event.description) }),
    ...(event.location === undefined ? {} : { location: oneLine(event.location) }),
    ...(url === undefined ? {} : { url }),
  });
}

/** The zone to tell an event in; none, that is UTC, where clocks repeat its hour, because programs disagree on which is meant. */
function toldZone({ zone, startsAt, endsAt }: FeedEvent): string | null {
  const isRepeated = (at: Date) => instantOf(localOf(at, zone), zone).kind === 'repeated';
  return zone === 'UTC' || isRepeated(startsAt) || isRepeated(endsAt) ? null : zone;
}

/** From before the first event until after the last, so that each lies within the zones' observances. */
function yearsAround(events: readonly FeedEvent[]): [Date, Date] {
  const starts = events.map(({ startsAt }) => startsAt.getTime());
  const ends = events.map(({ endsAt }) => endsAt.getTime());
  return [new Date(Math.min(...starts) - 400 * dayMs), new Date(Math.max(...ends) + 400 * dayMs)];
}

/** Text of some lines without control characters, which some programs take for ends of lines. */
const plain = (text: string): string =>
  text.replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n').replace(/[^\P{Cc}\n\t]/gu, '');

const oneLine = (text: string): string => plain(text).replace(/\s+/gu, ' ').trim();

/** The calendar's own name is the one text that the writer does not escape. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (mark) => `\\${mark}`);

function webAddress(url: string | undefined): string | undefined {
  const parsed = url === undefined || !URL.canParse(url) ? undefined : new URL(url);
  return parsed && ['https:', 'http:'].includes(parsed.protocol) ? parsed.href : undefined;
}
