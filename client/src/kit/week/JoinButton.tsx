import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../time/useTimes.ts';
import { Icon } from '../Icon.tsx';
import type { WeekEntry } from './WeekEntry.ts';

interface JoinButtonProps {
  readonly entry: Pick<WeekEntry, 'title' | 'startsAt'>;
  readonly joinUrl: string;
}

/** The way into the online room. */
export function JoinButton({ entry, joinUrl }: JoinButtonProps) {
  const { t } = useTranslation('client');
  const times = useTimes();
  return (
    <Button
      component="a"
      href={joinUrl}
      target="_blank"
      rel="noreferrer"
      variant="light"
      leftSection={<Icon name="video" size={18} />}
      aria-label={t('week.joinNamed', { title: entry.title, time: times.time(entry.startsAt) })}
    >
      {t('week.join')}
    </Button>
  );
}
