import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { Icon } from '../../../../client/src/kit/Icon.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { DraftSummary } from '../../schemas/drafts.ts';
import { draftsQuery } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { NewDraftSheet } from './NewDraftSheet.tsx';
import { Publications } from './Publications.tsx';

/** Where timetables are made: drafts, and what was published. */
export function BenchPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [isNew, setNew] = useState(false);
  const { data, error, isPending, refetch } = useQuery(draftsQuery);
  const begin = (
    <Button leftSection={<Icon name="plus" size={18} />} onClick={() => setNew(true)}>
      {t('draft.new')}
    </Button>
  );
  const drafts = data?.items ?? [];
  return (
    <Page
      title={t('nav.bench')}
      actions={drafts.length > 0 && begin}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      <Section title={t('draft.list')}>
        {drafts.length === 0 ? (
          <Empty title={t('draft.none')} action={begin}>
            {t('draft.noneWhy')}
          </Empty>
        ) : (
          <List label={t('draft.list')}>
            {drafts.map((draft) => (
              <DraftRow key={draft.id} draft={draft} />
            ))}
          </List>
        )}
      </Section>
      <Publications />
      <p>
        <Link to="/workbench/norms">{t('norms.open')}</Link>
      </p>
      <NewDraftSheet
        opened={isNew}
        onClose={() => setNew(false)}
        onMade={(draft) => void navigate(`/workbench/drafts/${draft.id}`)}
      />
    </Page>
  );
}

function DraftRow({ draft }: { readonly draft: DraftSummary }) {
  const { t } = useTexts();
  const times = useTimes();
  const { id, name, groups, lessons, createdBy, createdAt } = draft;
  return (
    <Row
      to={`/workbench/drafts/${id}`}
      title={name}
      details={[groups.map((group) => group.name).join(', '), createdBy.name, times.dateTime(createdAt)].join(' · ')}
      trail={t('draft.placed', { placed: lessons.placed, count: lessons.total })}
    />
  );
}
