import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ImportRun, useFaults } from '../../api/imports.ts';
import { Waiting } from '../../kit/Waiting.tsx';
import { FileProblems } from './FileProblems.tsx';

interface PlanProblemsProps {
  readonly run: ImportRun;
  readonly count: number;
}

/** Every row that cannot be read: where it is, what it says and what to do. */
export function PlanProblems({ run, count }: PlanProblemsProps) {
  const { t } = useTranslation('client');
  const faults = useFaults(run.id, run.fingerprint ?? '');
  if (!faults.data) return <Waiting />;
  const problems = faults.data.pages.flatMap((page) => page.items);
  const files = [...new Set(problems.map(({ file }) => file))];
  return (
    <>
      <p role="alert">{t('import.wrong', { count })}</p>
      {files.map((file) => (
        <FileProblems key={file} file={file} problems={problems.filter((problem) => problem.file === file)} />
      ))}
      {faults.hasNextPage && (
        <div className="actions">
          <Button variant="default" loading={faults.isFetchingNextPage} onClick={() => void faults.fetchNextPage()}>
            {t('import.more')}
          </Button>
        </div>
      )}
    </>
  );
}
