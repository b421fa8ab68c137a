import { useTranslation } from 'react-i18next';
import type { ImportProblem } from '../../api/imports.ts';
import { List, Row } from '../../kit/List.tsx';
import { Section } from '../../kit/Section.tsx';
import { TableArea } from '../../kit/TableArea.tsx';
import { usePhone } from '../../kit/usePhone.ts';

/** So many at once can be mended; the rest comes with the next try. */
const shownAtMost = 200;

/** Every row that cannot be read: where it is, what it says and what to do. */
export function PlanProblems({ problems }: { readonly problems: readonly ImportProblem[] }) {
  const { t } = useTranslation('client');
  const files = [...new Set(problems.map(({ file }) => file))];
  const shown = problems.slice(0, shownAtMost);
  return (
    <>
      <p role="alert">{t('import.wrong', { count: problems.length })}</p>
      {files.map((file) => (
        <FileProblems key={file} file={file} problems={shown.filter((problem) => problem.file === file)} />
      ))}
      {problems.length > shownAtMost && <p className="quiet">{t('import.moreWrong', { count: shownAtMost })}</p>}
    </>
  );
}

interface FileProblemsProps {
  readonly file: string;
  readonly problems: readonly ImportProblem[];
}

const keyOf = ({ line, column, code }: ImportProblem): string => `${line} ${column} ${code}`;

/** What is wrong, and what to do about it. */
function ProblemText({ problem }: { readonly problem: ImportProblem }) {
  const { t } = useTranslation('import');
  const { code, params, value } = problem;
  return (
    <>
      {t(`faults.${code}`, { ...params, value })} {t(`remedies.${code}`, { ...params, value })}
    </>
  );
}

function FileProblems({ file, problems }: FileProblemsProps) {
  const { t } = useTranslation('client');
  const phone = usePhone();
  if (problems.length === 0) return null;
  return (
    <Section title={file}>
      {phone ? (
        <List label={file}>
          {problems.map((problem) => (
            <Row
              key={keyOf(problem)}
              title={<ProblemText problem={problem} />}
              details={[t('import.line', { line: problem.line }), problem.column, problem.value]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </List>
      ) : (
        <TableArea caption={file} captionHidden>
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('import.lineHead')}
              </th>
              <th scope="col">{t('import.column')}</th>
              <th scope="col">{t('import.value')}</th>
              <th scope="col">{t('import.remedy')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem) => (
              <tr key={keyOf(problem)}>
                <th scope="row" className="number">
                  {problem.line}
                </th>
                <td>{problem.column}</td>
                <td>{problem.value}</td>
                <td>
                  <ProblemText problem={problem} />
                </td>
              </tr>
            ))}
          </tbody>
        </TableArea>
      )}
    </Section>
  );
}
