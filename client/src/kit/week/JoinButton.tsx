import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../time/useTimes.ts';
import { Icon } from '../Icon.tsx';
import type { WeekEntry } from './WeekEntry.ts';

interface JoinButtonProps {
  readonly entry: Pick<WeekEntry, 'title' | 'startsAt'>;
  readonly joinUrl: string;
  /** What the button says; that it leads to the lesson, unless told. */
  readonly label?: string;
}

/** The way into the online room. */
export function JoinButton({ entry, joinUrl, label }: JoinButtonProps) {
  const { t } = useTranslation('client');
  const times = useTimes();
  const named = { title: entry.title, time: times.time(entry.startsAt) };
  return (
    <Button
      component="a"
      href={joinUrl}
      target="_blank"
      rel="noreferrer"
      variant="light"
      leftSection={<Icon name="video" size={18} />}
      aria-label={label ? `${label}: ${named.title}, ${named.time}` : t('week.joinNamed', named)}
    >
      {label ?? t('week.join')}
    </Button>
  );
}
