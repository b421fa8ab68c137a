import { Button } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TroubleList } from '../../../../server/notify/schemas.ts';
import { read, write } from '../../api/request.ts';
import { useWrite } from '../../api/useWrite.ts';
import { List, Row } from '../../kit/List.tsx';
import { useTimes } from '../../time/useTimes.ts';

const troublesQuery = queryOptions({
  queryKey: ['channel-troubles'],
  queryFn: ({ signal }) => read<TroubleList>('/channel-troubles', signal),
});

/** Whom mails or signals do not reach: for those who look after them. */
export function TroublesCard() {
  const { t } = useTranslation('notices');
  const times = useTimes();
  const { data } = useQuery(troublesQuery);
  const solving = useWrite((id: string) => write<TroubleList>('POST', `/channel-troubles/${id}/solved`), {
    refreshes: [['channel-troubles'], ['people']],
  });
  if (!data || data.items.length === 0) return null;
  return (
    <List label={t('troubles.title', { count: data.items.length })}>
      {data.items.map(({ id, person, channel, sinceAt }) => (
        <Row
          key={id}
          to={`/people/${person.id}`}
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
