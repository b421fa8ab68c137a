import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/ApiProblem.ts';
import { Icon } from './Icon.tsx';
import './problem.css';

interface ProblemViewProps {
  readonly problem: Error;
  readonly onRetry?: () => void;
}

type Translate = (key: string) => string;

/** What happened and what to do, in the server's words when it sent some. */
function wordsOf(problem: Error, t: Translate): { title: string; remedy: string } {
  if (!(problem instanceof ApiProblem)) return { title: t('problem.defect.title'), remedy: t('problem.defect.remedy') };
  if (problem.offline) return { title: t('problem.offline.title'), remedy: t('problem.offline.remedy') };
  if (problem.title) return { title: problem.title, remedy: problem.remedy };
  if (problem.status === 404) return { title: t('problem.missing.title'), remedy: t('problem.missing.remedy') };
  return { title: t('problem.defect.title'), remedy: t('problem.defect.remedy') };
}

/** Asking again for what is not there or not allowed changes nothing. */
const mayHelp = (problem: Error): boolean =>
  !(problem instanceof ApiProblem) || (problem.status !== 403 && problem.status !== 404);

export function ProblemView({ problem, onRetry }: ProblemViewProps) {
  const { t } = useTranslation('client');
  const { title, remedy } = wordsOf(problem, t);
  return (
    <div role="alert" className="problem">
      <Icon name="alert" />
      <div className="problem-words">
        <p className="problem-title">{title}</p>
        {remedy && <p>{remedy}</p>}
        {onRetry && mayHelp(problem) && (
          <Button variant="default" size="sm" mt="xs" onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
