import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personQuery } from '../../api/people.ts';
import { useSession } from '../../api/session.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Page } from '../../kit/Page.tsx';
import { WhoIsWhoOf } from './WhoIsWho.tsx';

/** Who is who: for a student, or for each child of a parent. */
export function WhoPage() {
  const { t } = useTranslation('introductions');
  const { person } = useSession();
  const { data: me, error, refetch } = useQuery(personQuery(person?.id ?? ''));
  const students = me ? [...(me.student ? [{ id: me.id, name: me.name }] : []), ...children(me.children)] : [];
  const [chosen, setChosen] = useState('');
  const student = students.find(({ id }) => id === chosen) ?? students[0];
  return (
    <Page
      title={t('title')}
      summary={student && student.id !== person?.id ? student.name : ''}
      waiting={!me}
      problem={me ? null : error}
      onRetry={() => void refetch()}
    >
      {students.length > 1 && (
        <NativeSelect
          className="no-print"
          label={t('whose')}
          value={student?.id ?? ''}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={students.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {student && <WhoIsWhoOf studentId={student.id} />}
      {me && !student && <Empty title={t('nobody')}>{t('nobodyWhy')}</Empty>}
    </Page>
  );
}

const children = (list: readonly { readonly personId: string; readonly name: string }[]) =>
  list.map(({ personId, name }) => ({ id: personId, name }));
