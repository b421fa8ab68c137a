import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { type GroupDirectory, groupDirectoryQuery } from '../../api/contacts.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Section } from '../../kit/Section.tsx';
import { Waiting } from '../../kit/Waiting.tsx';
import { EntryRow } from './EntryRow.tsx';
import './contacts.css';

/** The families of a group and its staff, to call or to print. */
export function GroupContacts({ groupId }: { readonly groupId: string }) {
  const { t } = useTranslation('contacts');
  const { data, error, refetch } = useQuery(groupDirectoryQuery(groupId));
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={8} />;
  return (
    <>
      <div className="actions no-print">
        <Button variant="default" leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>
          {t('client:kit.print')}
        </Button>
      </div>
      <Families directory={data} />
      <Staff directory={data} />
    </>
  );
}

interface PartProps {
  readonly directory: GroupDirectory;
}

function Families({ directory: { families } }: PartProps) {
  const { t } = useTranslation('contacts');
  if (families.length === 0) return <Empty title={t('directory.noFamilies')} />;
  return (
    <Section title={t('directory.families')}>
      <ul className="list">
        {families.map(({ student, guardians }) => (
          <Fragment key={student.personId}>
            <EntryRow entry={student} who={t('client:roles.student')} />
            {guardians.map((guardian) => (
              <EntryRow
                key={guardian.personId}
                entry={guardian}
                who={[
                  t(`client:people.relations.${guardian.relation}`),
                  student.name,
                  ...(guardian.mayAct ? [] : [t('client:people.readsOnly')]),
                ].join(', ')}
              />
            ))}
          </Fragment>
        ))}
      </ul>
    </Section>
  );
}

function Staff({ directory: { staff } }: PartProps) {
  const { t } = useTranslation('contacts');
  if (staff.length === 0) return null;
  return (
    <Section title={t('directory.staff')}>
      <ul className="list">
        {staff.map((one) => (
          <EntryRow
            key={one.personId}
            entry={one}
            who={[...(one.isTutor ? [t('client:roles.tutor')] : []), ...one.subjects].join(', ')}
          />
        ))}
      </ul>
    </Section>
  );
}
