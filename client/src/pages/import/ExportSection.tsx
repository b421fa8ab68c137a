import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginExport, type ExportFormat, type ImportRun, isOver, useImportJob } from '../../api/imports.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { ProgressPanel } from '../../kit/ProgressPanel.tsx';
import { Section } from '../../kit/Section.tsx';

const formats: readonly ExportFormat[] = ['xlsx', 'csv', 'oneroster'];

/** The whole school as one file, in the same forms or for another system. */
export function ExportSection() {
  const { t } = useTranslation('client');
  const [run, setRun] = useState<ImportRun>();
  const exporting = useWrite(beginExport, { onDone: setRun });
  const job = useImportJob(run?.jobId ?? null);
  const over = job.data ? isOver(job.data) : false;
  const [file] = run?.files ?? [];
  return (
    <Section title={t('import.export')}>
      <p className="quiet">{t('import.exportWhy')}</p>
      <FieldErrors problem={exporting.error} />
      <div className="actions">
        {formats.map((format) => (
          <Button
            key={format}
            variant="default"
            disabled={exporting.isPending || (run !== undefined && !over)}
            onClick={() => exporting.mutate(format)}
          >
            {t(`import.exportAs.${format}`)}
          </Button>
        ))}
      </div>
      {run && !over && (
        <ProgressPanel
          title={t('import.jobs.export')}
          state={t('import.phases.reading')}
          done={job.data?.progress?.done ?? 0}
          total={100}
        />
      )}
      {run && over && job.data?.state === 'done' && file && (
        <p role="status">
          <a href={`/api/import/exports/${run.id}/file`} download={file.name}>
            {t('import.download', { name: file.name })}
          </a>
        </p>
      )}
      {over && job.data?.state === 'failed' && <p role="alert">{t('import.failedWhy')}</p>}
    </Section>
  );
}
