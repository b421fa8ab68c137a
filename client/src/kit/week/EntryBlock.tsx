import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../time/useTimes.ts';
import { Icon } from '../Icon.tsx';
import type { WeekEntry } from './WeekEntry.ts';

interface EntryBlockProps {
  readonly entry: WeekEntry;
  readonly onOpen?: (entry: WeekEntry) => void;
}

function Words({ entry }: { readonly entry: WeekEntry }) {
  const times = useTimes();
  const { t } = useTranslation('client');
  return (
    <>
      <span className="entry-title">
        {entry.state === 'moved' && <Icon name="moved" size={13} />}
        {entry.state === 'asked' && <Icon name="clock" size={13} />}
        {entry.title}
      </span>
      <span className="entry-time figures">{times.range(entry.startsAt, entry.endsAt)}</span>
      {entry.details.map((detail) => (
        <span key={detail} className="entry-detail">
          {detail}
        </span>
      ))}
      {entry.state !== 'planned' && <span className="unseen">{entry.stateText ?? t(`week.state.${entry.state}`)}</span>}
    </>
  );
}

/** A lesson as it stands in the grid. */
export function EntryBlock({ entry, onOpen }: EntryBlockProps) {
  const look = `entry entry-${entry.state}`;
  if (!onOpen) {
    return (
      <div className={look}>
        <Words entry={entry} />
      </div>
    );
  }
  return (
    <UnstyledButton className={look} onClick={() => onOpen(entry)}>
      <Words entry={entry} />
    </UnstyledButton>
  );
}
