import { Button, NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { PersonBrief } from '../../../../server/people/schemas.ts';
import { peopleQuery } from '../../api/people.ts';
import { useMay } from '../../api/session.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Page } from '../../kit/Page.tsx';
import { useSettled } from '../../kit/useSettled.ts';
import { Waiting } from '../../kit/Waiting.tsx';
import { lazily } from '../../lazily.ts';
import './people.css';

const AddPersonSheet = lazily(
  async () => (await import('./edit/AddPersonSheet.tsx')).AddPersonSheet,
  'client/manage',
  'client/people',
);

const roles = [
  'student',
  'guardian',
  'tutor',
  'teacher',
  'lead-tutor',
  'coordinator',
  'head',
  'psychologist',
  'admin',
] as const;

/** Everybody whom the reader may see, by name. */
export function PeoplePage() {
  const { t } = useTranslation('client');
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const role = search.get('role') ?? '';
  const settled = useSettled(q);
  const found = useInfiniteQuery({ ...peopleQuery({ q: settled.trim(), role }), placeholderData: keepPreviousData });
  const { data } = found;
  const mayAdd = useMay('people.edit');
  const [adding, setAdding] = useState(false);
  const navigate = useNavigate();
  const set = (name: 'q' | 'role', value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  return (
    <Page
      title={t('nav.people')}
      actions={
        mayAdd && (
          <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
            {t('manage.addPerson')}
          </Button>
        )
      }
      problem={data ? null : found.error}
      onRetry={() => void found.refetch()}
    >
      <Suspense>
        {adding && (
          <AddPersonSheet onClose={() => setAdding(false)} onMade={({ id }) => void navigate(`/people/${id}`)} />
        )}
      </Suspense>
      <div className="stack">
        <search className="people-search">
          <TextInput
            type="search"
            label={t('people.name')}
            placeholder={t('people.nameHint')}
            value={q}
            onChange={(event) => set('q', event.currentTarget.value)}
          />
          <NativeSelect
            label={t('people.role')}
            value={role}
            onChange={(event) => set('role', event.currentTarget.value)}
            data={[
              { value: '', label: t('people.everyone') },
              ...roles.map((value) => ({ value, label: t(`roles.${value}`) })),
            ]}
          />
        </search>
        <p role="status" className="quiet small">
          {data ? t('people.count', { count: data.pages[0]?.total ?? 0 }) : ''}
        </p>
        <PeopleList people={data?.pages.flatMap((page) => page.items)} isSearch={settled !== '' || role !== ''} />
        {found.hasNextPage && (
          <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('kit.showMore')}
          </Button>
        )}
      </div>
    </Page>
  );
}

interface PeopleListProps {
  readonly people: readonly PersonBrief[] | undefined;
  readonly isSearch: boolean;
}

function PeopleList({ people, isSearch }: PeopleListProps) {
  const { t } = useTranslation('client');
  if (!people) return <Waiting rows={8} />;
  if (people.length === 0) {
    return isSearch ? (
      <Empty title={t('people.nobody')}>{t('people.nobodyWhy')}</Empty>
    ) : (
      <Empty title={t('people.none')}>{t('people.noneWhy')}</Empty>
    );
  }
  return (
    <List label={t('nav.people')}>
      {people.map((person) => (
        <PersonRow key={person.id} person={person} />
      ))}
    </List>
  );
}

function PersonRow({ person }: { readonly person: PersonBrief }) {
  const { t } = useTranslation('client');
  const details = person.roles.map((role) =>
    role === 'student' && person.grade !== null ? t('people.studentOf', { grade: person.grade }) : t(`roles.${role}`),
  );
  return (
    <Row
      title={person.name}
      details={details.join(', ')}
      {...(person.isReached ? { to: `/people/${person.id}` } : {})}
    />
  );
}
