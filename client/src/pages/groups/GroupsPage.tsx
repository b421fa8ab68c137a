import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type GroupBrief, groupsQuery } from '../../api/groups.ts';
import { Empty } from '../../kit/Empty.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Page } from '../../kit/Page.tsx';

/** So many fit on a screen; beyond, a field narrows them down. */
const aScreenful = 10;

/** The groups whom the reader may see. */
export function GroupsPage() {
  const { t } = useTranslation('client');
  const { data, error, isPending, refetch } = useQuery(groupsQuery);
  const [text, setText] = useState('');
  const groups = data?.items ?? [];
  const wanted = text.trim().toLocaleLowerCase();
  const shown = groups.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  return (
    <Page title={t('nav.groups')} waiting={isPending} problem={data ? null : error} onRetry={() => void refetch()}>
      <div className="stack">
        {groups.length > aScreenful && (
          <TextInput
            type="search"
            label={t('groups.name')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {groups.length === 0 && <Empty title={t('groups.none')}>{t('groups.noneWhy')}</Empty>}
        {groups.length > 0 && shown.length === 0 && <Empty title={t('groups.notFound')} />}
        {shown.length > 0 && (
          <List label={t('nav.groups')}>
            {shown.map((group) => (
              <GroupRow key={group.id} group={group} />
            ))}
          </List>
        )}
      </div>
    </Page>
  );
}

function GroupRow({ group }: { readonly group: GroupBrief }) {
  const { t } = useTranslation('client');
  const tutors = group.tutors.map(({ name }) => name).join(', ');
  return (
    <Row
      to={`/groups/${group.id}`}
      title={group.name}
      details={[
        t('groups.grade', { grade: group.grade }),
        t('groups.students', { count: group.students }),
        tutors || t('groups.noTutor'),
      ].join(' · ')}
    />
  );
}
