import { useTranslation } from 'react-i18next';
import { dayOf, minuteOfDay, weekFrom } from '../../time/days.ts';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import { EntryBlock } from './EntryBlock.tsx';
import type { WeekEntry } from './WeekEntry.ts';
import { entriesByDay, hoursOf, placed } from './weekLayout.ts';
import './week.css';

interface WeekGridProps {
  /** The local date of the week's Monday. */
  readonly monday: string;
  readonly entries: readonly WeekEntry[];
  readonly onOpen?: (entry: WeekEntry) => void;
}

/** Seven days side by side. For a reader by ear it is what it is for the eye: days with lessons in order. */
export function WeekGrid({ monday, entries, onOpen }: WeekGridProps) {
  const times = useTimes();
  const { t } = useTranslation('client');
  const now = useNow();
  const { zone } = times;
  const today = dayOf(now, zone);
  const hours = hoursOf(entries, zone);
  const days = entriesByDay(entries, weekFrom(monday), zone).filter(
    ({ entries: ofDay }, index) => index < 5 || ofDay.length > 0,
  );
  const span = (hours.last - hours.first) * 60;
  const place = (minute: number) => ((minute - hours.first * 60) / span) * 100;
  const marks = Array.from({ length: hours.last - hours.first }, (_, index) => hours.first + index);
  return (
    <div className="week" style={{ '--week-hours': marks.length, '--week-days': days.length }}>
      <div className="week-hours" aria-hidden="true">
        {marks.map((hour) => (
          <span key={hour} style={{ top: `${place(hour * 60)}%` }}>
            {String(hour).padStart(2, '0')}:00
          </span>
        ))}
      </div>
      {days.map(({ day, entries: ofDay }) => (
        <section key={day} className={day === today ? 'week-day week-today' : 'week-day'} aria-label={times.day(day)}>
          <h2>{times.shortDay(day)}</h2>
          <ol className="week-column">
            {placed(ofDay, zone).map(({ entry, from, to, lane, lanes }) => (
              <li
                key={entry.id}
                className="week-place"
                style={{
                  top: `${place(from)}%`,
                  height: `${place(to) - place(from)}%`,
                  left: `${(lane / lanes) * 100}%`,
                  width: `${100 / lanes}%`,
                }}
              >
                <EntryBlock entry={entry} {...(onOpen ? { onOpen } : {})} />
              </li>
            ))}
            {day === today && (
              <li
                className="week-now"
                aria-label={t('week.now')}
                style={{ top: `${place(minuteOfDay(now, zone))}%` }}
              />
            )}
          </ol>
        </section>
      ))}
    </div>
  );
}
