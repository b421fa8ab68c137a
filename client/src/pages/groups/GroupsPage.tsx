import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type GroupBrief, groupsQuery } from '../../api/groups.ts';
import { useMayEditSchool } from '../../api/schoolLists.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Page } from '../../kit/Page.tsx';
import { lazily } from '../../lazily.ts';

const GroupSheet = lazily(
  async () => (await import('./edit/GroupSheet.tsx')).GroupSheet,
  'client/manage',
  'client/people',
);

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
  const mayEdit = useMayEditSchool();
  const [making, setMaking] = useState(false);
  const navigate = useNavigate();
  return (
    <Page
      title={t('nav.groups')}
      actions={
        mayEdit && (
          <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setMaking(true)}>
            {t('manage.newGroup')}
          </Button>
        )
      }
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      <Suspense>
        {making && <GroupSheet onClose={() => setMaking(false)} onMade={({ id }) => void navigate(`/groups/${id}`)} />}
      </Suspense>
      <div className="stack">
        {groups.length > aScreenful && (
          <TextInput
            type="search"
            label={t('groups.name')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {groups.length === 0 && (
          <Empty title={t('groups.none')}>{t(mayEdit ? 'manage.noGroupsWhy' : 'groups.noneWhy')}</Empty>
        )}
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
