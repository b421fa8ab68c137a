import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../time/days.ts';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import { StateText } from '../StateText.tsx';
import { JoinButton } from './JoinButton.tsx';
import type { WeekEntry } from './WeekEntry.ts';
import { entriesByDay } from './weekLayout.ts';
import './dayList.css';

interface DayListProps {
  /** Local dates, in order. Days without entries are left out, except today. */
  readonly days: readonly string[];
  readonly entries: readonly WeekEntry[];
  readonly onOpen?: (entry: WeekEntry) => void;
  /** What can be done with an entry, beside joining it. */
  readonly actions?: (entry: WeekEntry) => ReactNode;
}

/** Days one below another, each with its lessons: the calendar of a phone, and of a reader by ear. */
export function DayList({ days, entries, onOpen, actions }: DayListProps) {
  const times = useTimes();
  const { t } = useTranslation('client');
  const today = dayOf(useNow(), times.zone);
  const shown = entriesByDay(entries, days, times.zone).filter(
    ({ day, entries: ofDay }) => ofDay.length > 0 || day === today,
  );
  return (
    <div className="days">
      {shown.map(({ day, entries: ofDay }) => (
        <section key={day} aria-label={times.day(day)}>
          <h2 className={day === today ? 'days-head days-today' : 'days-head'}>
            {day === today ? t('week.todayIs', { day: times.dayInText(day) }) : times.day(day)}
          </h2>
          {ofDay.length === 0 && <p className="quiet">{t('week.nothingToday')}</p>}
          <ol className="days-list">
            {ofDay.map((entry) => (
              <EntryRow key={entry.id} entry={entry} onOpen={onOpen} actions={actions} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

interface EntryRowProps {
  readonly entry: WeekEntry;
  readonly onOpen: ((entry: WeekEntry) => void) | undefined;
  readonly actions: ((entry: WeekEntry) => ReactNode) | undefined;
}

function EntryRow({ entry, onOpen, actions }: EntryRowProps) {
  const times = useTimes();
  const { t } = useTranslation('client');
  const now = useNow();
  const tone = entry.state === 'cancelled' ? 'stopped' : entry.state === 'asked' ? 'waiting' : 'moved';
  return (
    <li className={`day-row day-${entry.state}`}>
      <time className="day-time" dateTime={entry.startsAt}>
        <span>{times.time(entry.startsAt)}</span>
        <span className="quiet">{times.time(entry.endsAt)}</span>
      </time>
      <div className="day-words">
        {onOpen ? (
          <button type="button" className="day-title day-open" onClick={() => onOpen(entry)}>
            {entry.title}
          </button>
        ) : (
          <span className="day-title">{entry.title}</span>
        )}
        {entry.details.length > 0 && <span className="quiet small">{entry.details.join(' · ')}</span>}
        {entry.state !== 'planned' && (
          <StateText tone={tone}>{entry.stateText ?? t(`week.state.${entry.state}`)}</StateText>
        )}
      </div>
      <div className="actions day-actions no-print">
        {entry.joinUrl && isSoon(entry, now) && <JoinButton entry={entry} joinUrl={entry.joinUrl} />}
        {actions?.(entry)}
      </div>
    </li>
  );
}

const soonMs = 12 * 60 * 60_000;

/** A week of buttons would hide the one that is needed: only lessons of the next hours show theirs. */
const isSoon = ({ state, startsAt, endsAt }: WeekEntry, now: Date): boolean =>
  state !== 'cancelled' && Date.parse(endsAt) > now.getTime() && Date.parse(startsAt) < now.getTime() + soonMs;
