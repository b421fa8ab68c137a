import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../kit/Section.tsx';
import { HelpList } from './HelpList.tsx';
import './help.css';

/** What was asked about one student, as far as the reader sees it. */
export function StudentHelp({ studentId }: { readonly studentId: string }) {
  const { t } = useTranslation('help');
  return (
    <>
      {(['waiting', 'done'] as const).map((state) => (
        <Section
          key={state}
          title={t(`stateOf.${state}`)}
          actions={
            state === 'waiting' && (
              <Button variant="default" component={Link} to={`/help/ask?person=${studentId}`}>
                {t('ask')}
              </Button>
            )
          }
        >
          <HelpList
            which="all"
            state={state}
            studentId={studentId}
            label={t(`stateOf.${state}`)}
            empty={t(`empty.all.${state}`)}
          />
        </Section>
      ))}
    </>
  );
}
