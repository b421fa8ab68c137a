import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ImportRun, useFaults } from '../../api/imports.ts';
import { Waiting } from '../../kit/Waiting.tsx';
import { FileProblems } from './FileProblems.tsx';

interface PlanProblemsProps {
  readonly run: ImportRun;
  readonly count: number;
  /** Whether the page already asks what headings and files mean. */
  readonly isAsked: boolean;
}

/** What is settled by an answer, without mending the file. */
const answered: readonly string[] = ['heading-unknown', 'file-unknown'];

/** Every row that cannot be read: where it is, what it says and what to do. */
export function PlanProblems({ run, count, isAsked }: PlanProblemsProps) {
  const { t } = useTranslation('client');
  const faults = useFaults(run.id, run.fingerprint ?? '');
  if (!faults.data) return <Waiting />;
  const problems = faults.data.pages.flatMap((page) => page.items);
  // Whoever is asked what a heading means need not be told to mend their file.
  if (isAsked && !faults.hasNextPage && problems.every(({ code }) => answered.includes(code))) return null;
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
