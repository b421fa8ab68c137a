import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditLine, OverviewLine } from '../../../../server/audit/schemas.ts';
import { Empty } from '../../kit/Empty.tsx';
import { List, Row } from '../../kit/List.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Waiting } from '../../kit/Waiting.tsx';
import { useTimes } from '../../time/useTimes.ts';

export type AuditKind = 'seen' | 'changed';

type Shown = AuditLine & Partial<Pick<OverviewLine, 'about'>>;

interface AuditLinesProps {
  readonly kind: AuditKind;
  readonly found: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly Shown[] }>>;
}

/** What was seen or changed, page by page. */
export function AuditLines({ kind, found }: AuditLinesProps) {
  const { t } = useTranslation('audit');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = found;
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const lines = data.pages.flatMap(({ items }) => items);
  if (lines.length === 0) return <Empty title={t(`empty.${kind}`)} />;
  return (
    <>
      <List label={t(`kinds.${kind}`)}>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </List>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

function Line({ line }: { readonly line: Shown }) {
  const { t } = useTranslation(['audit', 'client']);
  const times = useTimes();
  const { who, by, at, what, about } = line;
  const role = who?.roles[0];
  const named = who && (role ? t('withRole', { name: who.name, role: t(`client:roles.${role}`) }) : who.name);
  const words = [
    named ?? t(by === 'system' ? 'system' : by === 'family' ? 'family' : 'gone'),
    times.dateTime(at),
    ...(line.times > 1 ? [t('times', { count: line.times })] : []),
  ].join(' · ');
  return (
    <Row
      title={what}
      details={
        <>
          {about && (
            <>
              <Link to={`/people/${about.id}`}>{about.name}</Link>
              {' · '}
            </>
          )}
          {words}
        </>
      }
    />
  );
}
