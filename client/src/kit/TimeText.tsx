import { useTimes } from '../time/useTimes.ts';

interface TimeTextProps {
  readonly from: string;
  readonly to?: string;
  /** Also the date. */
  readonly dated?: boolean;
  /** Read on this zone's clock; its name is shown only when it differs from the reader's. */
  readonly zone?: string;
}

/** A moment or a stretch of time on the reader's clock. */
export function TimeText({ from, to, dated, zone }: TimeTextProps) {
  const times = useTimes();
  const start = dated ? times.dateTime(from, zone) : times.time(from, zone);
  const foreign = zone ? times.foreignZone(zone, from) : '';
  return (
    <time dateTime={from}>
      {start}
      {to && `–${times.time(to, zone)}`}
      {foreign && <span className="quiet"> ({foreign})</span>}
    </time>
  );
}
