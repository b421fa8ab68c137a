import { minuteMs } from '../domain/localTime.ts';
import { type OffsetSpan, offsetSpans } from '../domain/zone.ts';

/**
 * A zone as a VTIMEZONE component that holds for every instant in `[from, to)`, one observance for each clock change.
 * It is made of the runtime's own zone data: ready-made collections still change clocks in Mexico and Brazil.
 */
export function vtimezone(zone: string, from: Date, to: Date): string {
  const spans = offsetSpans(zone, from.getTime(), to.getTime());
  const usual = Math.min(...spans.map(({ offset }) => offset));
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`];
  for (const [i, span] of spans.entries()) lines.push(...observance(spans[i - 1], span, span.offset > usual));
  return [...lines, 'END:VTIMEZONE'].join('\r\n');
}

/** The first span begins long before everything; the others when clocks change, told by the clock before the change. */
function observance(before: OffsetSpan | undefined, span: OffsetSpan, isDaylight: boolean): readonly string[] {
  const kind = isDaylight ? 'DAYLIGHT' : 'STANDARD';
  const from = before?.offset ?? span.offset;
  return [
    `BEGIN:${kind}`,
    `DTSTART:${before ? wallClock(span.start + from) : '19700101T000000'}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(span.offset)}`,
    `END:${kind}`,
  ];
}

/** Milliseconds of a wall clock read as UTC: `20261025T030000`. */
const wallClock = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');

/** `+0530`, `-0600`. */
function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / minuteMs;
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}${two(minutes % 60)}`;
}
