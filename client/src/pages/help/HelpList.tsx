import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type HelpWanted, helpQuery } from '../../api/help.ts';
import { Empty } from '../../kit/Empty.tsx';
import { List } from '../../kit/List.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Waiting } from '../../kit/Waiting.tsx';
import { HelpRow } from './HelpRow.tsx';

interface HelpListProps extends HelpWanted {
  readonly label: string;
  readonly empty: string;
}

/** A page of requests, and more when asked for. */
export function HelpList({ label, empty, ...wanted }: HelpListProps) {
  const { t } = useTranslation('help');
  const query = useInfiniteQuery(helpQuery(wanted));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={3} />;
  const requests = data.pages.flatMap(({ items }) => items);
  if (requests.length === 0) return <Empty title={empty} />;
  return (
    <div className="stack">
      <List label={label}>
        {requests.map((request) => (
          <HelpRow key={request.id} request={request} mine={wanted.which === 'mine'} />
        ))}
      </List>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
