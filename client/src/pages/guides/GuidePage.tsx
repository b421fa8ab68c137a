import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { GuideView } from '../../../../server/guides/schemas.ts';
import { guideQuery, saveGuide } from '../../api/guides.ts';
import { useWrite } from '../../api/useWrite.ts';
import { Page } from '../../kit/Page.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { RichText } from '../../kit/rich/RichText.tsx';
import { showToast } from '../../kit/toasts.ts';
import { useTimes } from '../../time/useTimes.ts';

/** One guide: to read, to print, and for the school's administrator to rewrite. */
export function GuidePage() {
  const { audience = '' } = useParams();
  const { t } = useTranslation('guides');
  const { data, error, isPending, refetch } = useQuery(guideQuery(audience));
  const [editing, setEditing] = useState(false);
  return (
    <Page
      title={data?.title ?? t('title')}
      above={<Link to="/guides">{t('back')}</Link>}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
      actions={data && !editing && <Actions guide={data} onEdit={() => setEditing(true)} />}
    >
      {data && (editing ? <Editor guide={data} onEnd={() => setEditing(false)} /> : <Reading guide={data} />)}
    </Page>
  );
}

function Actions({ guide, onEdit }: { readonly guide: GuideView; readonly onEdit: () => void }) {
  const { t } = useTranslation('guides');
  return (
    <>
      <Button component="a" variant="default" href={`/api/guides/${guide.audience}/print?language=${guide.language}`}>
        {t('print')}
      </Button>
      {guide.may.edit && (
        <Button variant="default" onClick={onEdit}>
          {t('edit')}
        </Button>
      )}
    </>
  );
}

function Reading({ guide }: { readonly guide: GuideView }) {
  const { t } = useTranslation('guides');
  const times = useTimes();
  const { changedAt, revision } = guide;
  return (
    <>
      <RichText blocks={guide.blocks} />
      {guide.may.edit && (
        <p className="quiet no-print">
          {changedAt ? t('version', { revision, on: times.date(changedAt) }) : t('ownText')}
        </p>
      )}
    </>
  );
}

function Editor({ guide, onEnd }: { readonly guide: GuideView; readonly onEnd: () => void }) {
  const { t } = useTranslation('guides');
  const [source, setSource] = useState(guide.source);
  const saving = useWrite(saveGuide, {
    refreshes: [['guides']],
    onDone: () => {
      showToast(t('saved'));
      onEnd();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate({ guide, source });
      }}
    >
      {saving.error && <ProblemView problem={saving.error} />}
      <Textarea
        label={t('text')}
        description={t('how')}
        autosize
        minRows={12}
        maxRows={40}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" loading={saving.isPending}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={onEnd}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
