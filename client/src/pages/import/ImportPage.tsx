import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { planImport, uploadFiles } from '../../api/imports.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Page } from '../../kit/Page.tsx';
import { ProgressPanel } from '../../kit/ProgressPanel.tsx';
import { Section } from '../../kit/Section.tsx';
import { ExportSection } from './ExportSection.tsx';
import { FileDrop } from './FileDrop.tsx';
import { Formats } from './Formats.tsx';
import { History } from './History.tsx';
import { RunPart } from './RunPart.tsx';

/** Brings a school in from its tables: choose, look at what would change, carry out, take back; and out again. */
export function ImportPage() {
  const { t } = useTranslation('client');
  const client = useQueryClient();
  // In the address, so that a page that was left or loaded anew shows the same import.
  const [params, setParams] = useSearchParams();
  const runId = params.get('run');
  const [share, setShare] = useState(0);
  const uploading = useWrite(
    async (files: readonly File[]) => {
      setShare(0);
      const { id } = await uploadFiles(files, setShare);
      return planImport(id, {});
    },
    {
      onDone: (run) => {
        client.setQueryData(['imports', run.id], run);
        setParams({ run: run.id });
      },
    },
  );
  const leave = () => setParams({});
  return (
    <Page title={t('nav.import')} summary={t('import.why')}>
      <FileDrop isEmpty={!runId} onFiles={(files) => uploading.mutate([...files])} />
      <FieldErrors problem={uploading.error} />
      {uploading.isPending && (
        <ProgressPanel
          title={t('import.sending')}
          state={t('import.share', { share: Math.round(share * 100) })}
          done={Math.round(share * 100)}
          total={100}
        />
      )}
      {runId && !uploading.isPending && <RunPart key={runId} id={runId} onLeave={leave} />}
      {!runId && !uploading.isPending && (
        <>
          <Section title={t('import.formats')}>
            <Formats />
          </Section>
          <ExportSection />
          <History />
        </>
      )}
    </Page>
  );
}
