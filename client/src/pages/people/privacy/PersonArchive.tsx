import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Archive, archivesQuery, askForArchive, fetchArchive, usePacking } from '../../../api/archives.ts';
import { useWrite } from '../../../api/useWrite.ts';
import { FieldErrors } from '../../../kit/FieldErrors.tsx';
import { ProgressPanel } from '../../../kit/ProgressPanel.tsx';
import { useTimes } from '../../../time/useTimes.ts';

/** Everything that is kept about a person as one archive: asked for, packed by the server, kept for some days. */
export function PersonArchive({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('privacy');
  const query = archivesQuery(personId);
  const { data } = useQuery(query);
  const archive = data?.items[0];
  const job = usePacking(archive).data;
  const asking = useWrite(() => askForArchive(personId), { refreshes: [query.queryKey] });
  const isFailed = archive?.size === null && (job?.state === 'failed' || job?.state === 'cancelled');
  const isPacking = archive?.size === null && !isFailed;
  return (
    <>
      <FieldErrors problem={asking.error} />
      {isFailed && <p role="alert">{t('archive.failed')}</p>}
      {isPacking && (
        <ProgressPanel
          title={t('archive.packing')}
          state={
            job?.progress
              ? t('archive.packed', { done: job.progress.done, count: job.progress.total })
              : t('archive.waiting')
          }
          done={job?.progress?.done ?? 0}
          total={job?.progress?.total ?? 1}
        />
      )}
      {archive && archive.size !== null && <Ready personId={personId} archive={archive} />}
      {!isPacking && (
        <div className="actions">
          <Button
            variant={archive ? 'subtle' : 'default'}
            loading={asking.isPending}
            onClick={() => asking.mutate(undefined)}
          >
            {t(archive ? 'archive.askAgain' : 'archive.ask')}
          </Button>
        </div>
      )}
    </>
  );
}

function Ready({ personId, archive }: { readonly personId: string; readonly archive: Archive }) {
  const { t, i18n } = useTranslation('privacy');
  const times = useTimes();
  const fetching = useWrite(() => fetchArchive(personId, archive));
  return (
    <>
      <FieldErrors problem={fetching.error} />
      <p role="status" className="quiet">
        {t('archive.ready', { at: times.dateTime(archive.madeAt), until: times.date(archive.endsAt) })}
      </p>
      <div className="actions">
        <Button loading={fetching.isPending} onClick={() => fetching.mutate(undefined)}>
          {t('archive.fetch', { size: sizeIn(i18n.language, archive.size ?? 0) })}
        </Button>
      </div>
    </>
  );
}

function sizeIn(language: string, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  );
}
