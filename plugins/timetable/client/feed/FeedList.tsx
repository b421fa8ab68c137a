import { Button } from '@mantine/core';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { FeedView } from '../../schemas/feeds.ts';
import { feedsQuery, revokeFeed } from '../api/feeds.ts';
import { useTexts } from '../useTexts.ts';

interface FeedListProps {
  readonly feeds: readonly FeedView[];
  readonly onRevoked: (id: string) => void;
}

/** Addresses that work, each with the way to end it. */
export function FeedList({ feeds, onRevoked }: FeedListProps) {
  const { t } = useTexts();
  const times = useTimes();
  const revoking = useWrite((id: string) => revokeFeed(id), {
    refreshes: [feedsQuery.queryKey],
    onDone: (_, id) => {
      showToast(t('feed.revoked'));
      onRevoked(id);
    },
  });
  return (
    <>
      <FieldErrors problem={revoking.error} />
      <List label={t('feed.working')}>
        {feeds.map((feed) => (
          <Row
            key={feed.id}
            title={feed.about.name}
            details={t('feed.madeAt', { when: times.dateTime(feed.madeAt) })}
            {...(feed.may.revoke
              ? {
                  actions: (
                    <Button
                      variant="default"
                      aria-label={t('feed.revokeNamed', { name: feed.about.name, when: times.dateTime(feed.madeAt) })}
                      loading={revoking.isPending && revoking.variables === feed.id}
                      onClick={() => revoking.mutate(feed.id)}
                    >
                      {t('feed.revoke')}
                    </Button>
                  ),
                }
              : {})}
          />
        ))}
      </List>
      <p className="quiet small">{t('feed.revokeWhy')}</p>
    </>
  );
}
