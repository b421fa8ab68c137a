import { useTranslation } from 'react-i18next';
import type { ImportProblem } from '../../api/imports.ts';
import { List, Row } from '../../kit/List.tsx';
import { Section } from '../../kit/Section.tsx';
import { TableArea } from '../../kit/TableArea.tsx';
import { usePhone } from '../../kit/usePhone.ts';

interface FileProblemsProps {
  readonly file: string;
  readonly problems: readonly ImportProblem[];
}

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

/** What is wrong with one file: line, column, value and remedy. */
export function FileProblems({ file, problems }: FileProblemsProps) {
  const { t } = useTranslation('client');
  const phone = usePhone();
  if (problems.length === 0) return null;
  return (
    <Section title={file}>
      {phone ? (
        <List label={file}>
          {problems.map((problem) => (
            <Row
              key={problem.nth}
              title={<ProblemText problem={problem} />}
              details={[t('import.line', { line: problem.line }), problem.column, problem.value]
                .filter((part, at, all) => part !== '' && all.indexOf(part) === at)
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
              <tr key={problem.nth}>
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
