import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applyImport, type ImportFile, planImport } from '../../api/imports.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Page } from '../../kit/Page.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';
import { Waiting } from '../../kit/Waiting.tsx';
import { FileDrop } from './FileDrop.tsx';
import { Formats } from './Formats.tsx';
import { PlanView } from './PlanView.tsx';
import { readFiles, withFiles } from './readFiles.ts';

/** Brings a school in from its spreadsheets: choose, look at what would change, apply. */
export function ImportPage() {
  const { t, i18n } = useTranslation('client');
  const [files, setFiles] = useState<readonly ImportFile[]>([]);
  const planning = useWrite(planImport);
  const applying = useWrite(
    ({ fingerprint }: { fingerprint: string; count: number }) => applyImport(files, fingerprint),
    {
      refreshes: [['people'], ['groups'], ['availability']],
      onDone: (_, { count }) => {
        showToast(t('import.done', { count }));
        setFiles([]);
        planning.reset();
      },
    },
  );
  const choose = (next: readonly ImportFile[]) => {
    setFiles(next);
    applying.reset();
    if (next.length > 0) planning.mutate(next);
    else planning.reset();
  };
  const add = async (chosen: FileList) => choose(withFiles(files, await readFiles(chosen, i18n.language)));
  const plan = planning.data;
  return (
    <Page title={t('nav.import')} summary={t('import.why')}>
      <div className="stack">
        <FileDrop isEmpty={files.length === 0} onFiles={(chosen) => void add(chosen)} />
        <ChosenFiles files={files} onRemove={(name) => choose(files.filter((file) => file.name !== name))} />
      </div>
      <FieldErrors problem={planning.error ?? applying.error} />
      {planning.isPending && <Waiting />}
      {plan && !planning.isPending && (
        <PlanView
          plan={plan}
          applying={applying.isPending}
          onApply={() => applying.mutate({ fingerprint: plan.fingerprint, count: plan.changes.length })}
        />
      )}
      {!plan && !planning.isPending && (
        <Section title={t('import.formats')}>
          <Formats />
        </Section>
      )}
      {planning.error && (
        <div className="actions">
          <Button variant="default" onClick={() => planning.mutate(files)}>
            {t('problem.retry')}
          </Button>
        </div>
      )}
    </Page>
  );
}

interface ChosenFilesProps {
  readonly files: readonly ImportFile[];
  readonly onRemove: (name: string) => void;
}

function ChosenFiles({ files, onRemove }: ChosenFilesProps) {
  const { t } = useTranslation('client');
  if (files.length === 0) return null;
  return (
    <List label={t('import.chosen')}>
      {files.map((file) => (
        <Row
          key={file.name}
          lead={<Icon name="file" size={18} />}
          title={file.name}
          details={t('import.rows', { count: Math.max(0, file.text.trimEnd().split('\n').length - 1) })}
          actions={
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('import.removeFile', { name: file.name })}
              onClick={() => onRemove(file.name)}
            >
              <Icon name="close" size={18} />
            </ActionIcon>
          }
        />
      ))}
    </List>
  );
}
