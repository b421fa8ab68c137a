import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditLine } from '../../../../server/audit/schemas.ts';
import { auditQuery } from '../../api/audit.ts';
import { Choice } from '../../kit/Choice.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { List, Row } from '../../kit/List.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Waiting } from '../../kit/Waiting.tsx';
import { useTimes } from '../../time/useTimes.ts';

type Kind = 'seen' | 'changed';

/** Who saw and who changed what of a student: for the coordinator, and for the family of their own. */
export function StudentAudit({ studentId }: { readonly studentId: string }) {
  const { t } = useTranslation('audit');
  const [kind, setKind] = useState<Kind>('seen');
  return (
    <div className="stack">
      <p className="quiet">{t('why')}</p>
      <Choice
        legend={t('nav')}
        legendHidden
        value={kind}
        onChange={setKind}
        options={(['seen', 'changed'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <Lines studentId={studentId} kind={kind} />
    </div>
  );
}

function Lines({ studentId, kind }: { readonly studentId: string; readonly kind: Kind }) {
  const { t } = useTranslation('audit');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditQuery(studentId, kind),
  );
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

function Line({ line }: { readonly line: AuditLine }) {
  const { t } = useTranslation(['audit', 'client']);
  const times = useTimes();
  const { who, by, at, what } = line;
  const role = who?.roles[0];
  const named = who && (role ? t('withRole', { name: who.name, role: t(`client:roles.${role}`) }) : who.name);
  return (
    <Row
      title={what}
      details={[
        named ?? t(by === 'system' ? 'system' : by === 'family' ? 'family' : 'gone'),
        times.dateTime(at),
        ...(line.times > 1 ? [t('times', { count: line.times })] : []),
      ].join(' · ')}
    />
  );
}
