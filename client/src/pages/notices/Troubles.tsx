import { Button } from '@mantine/core';
import { queryOptions } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TroubleList } from '../../../../server/notify/schemas.ts';
import { read, write } from '../../api/request.ts';
import { useWrite } from '../../api/useWrite.ts';
import { List, Row } from '../../kit/List.tsx';
import { useTimes } from '../../time/useTimes.ts';

export const troublesQuery = queryOptions({
  queryKey: ['channel-troubles'],
  queryFn: ({ signal }) => read<TroubleList>('/channel-troubles', signal),
});

interface TroublesProps {
  readonly items: TroubleList['items'];
  /** On the page of the person themselves. */
  readonly isAtPerson?: boolean;
}

/** Mails that come back and signals that do not arrive, and the word that this is solved. */
export function Troubles({ items, isAtPerson = false }: TroublesProps) {
  const { t } = useTranslation('notices');
  const times = useTimes();
  const solving = useWrite((id: string) => write<TroubleList>('POST', `/channel-troubles/${id}/solved`), {
    refreshes: [['channel-troubles'], ['people']],
  });
  return (
    <List label={t('troubles.title', { count: items.length })}>
      {items.map(({ id, person, channel, sinceAt }) => (
        <Row
          key={id}
          {...(isAtPerson ? {} : { to: `/people/${person.id}` })}
          title={t(`troubles.${channel}`, { name: person.name })}
          details={t('troubles.since', { at: times.dateTime(sinceAt) })}
          actions={
            <Button
              variant="subtle"
              size="compact-md"
              aria-label={t('troubles.solvedNamed', { name: person.name })}
              onClick={() => solving.mutate(id)}
            >
              {t('troubles.solved')}
            </Button>
          }
        />
      ))}
    </List>
  );
}
