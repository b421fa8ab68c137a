import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/ApiProblem.ts';
import { Icon } from './Icon.tsx';
import { ProblemView } from './ProblemView.tsx';

interface FieldErrorsProps {
  readonly problem: Error | null;
  /** Fields that show their own message; the rest is listed here. */
  readonly shownElsewhere?: readonly string[];
}

/** The message of one field, for its `error` property. */
export const errorOf = (problem: Error | null, path: string): string | undefined =>
  problem instanceof ApiProblem ? problem.issues.find((issue) => issue.path === path)?.message : undefined;

/** Above a form: everything that keeps it from being accepted, all at once. */
export function FieldErrors({ problem, shownElsewhere = [] }: FieldErrorsProps) {
  const { t } = useTranslation('client');
  if (!problem) return null;
  if (!(problem instanceof ApiProblem) || problem.issues.length === 0) return <ProblemView problem={problem} />;
  const rest = problem.issues.filter((issue) => !shownElsewhere.includes(issue.path));
  return (
    <div role="alert" className="problem">
      <Icon name="alert" />
      <div className="problem-words">
        <p className="problem-title">{problem.title || t('problem.fields')}</p>
        {rest.length === 0 && problem.remedy && <p>{problem.remedy}</p>}
        {rest.length > 0 && (
          <ul>
            {rest.map((issue) => (
              <li key={`${issue.path} ${issue.message}`}>{issue.message}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
