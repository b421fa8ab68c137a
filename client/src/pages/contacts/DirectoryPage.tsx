import { Button, NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { directoryQuery } from '../../api/contacts.ts';
import { groupsQuery } from '../../api/groups.ts';
import { useMay } from '../../api/session.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Page } from '../../kit/Page.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { useSettled } from '../../kit/useSettled.ts';
import { Waiting } from '../../kit/Waiting.tsx';
import '../people/people.css';
import { EntryRow } from './EntryRow.tsx';
import { GroupContacts } from './GroupContacts.tsx';
import './contacts.css';

/** How to reach everybody: by a part of the name, or a group as a whole. */
export function DirectoryPage() {
  const { t } = useTranslation('contacts');
  const [search, setSearch] = useSearchParams();
  const mayRun = useMay('contacts.run-rounds');
  const groups = useQuery(groupsQuery).data?.items ?? [];
  const q = search.get('q') ?? '';
  const groupId = search.get('group') ?? '';
  const set = (name: 'q' | 'group', value: string) => setSearch(value ? { [name]: value } : {}, { replace: true });
  return (
    <Page title={t('nav.directory')} actions={mayRun && <Link to="/contacts/rounds">{t('rounds.title')}</Link>}>
      <search className="people-search no-print">
        <TextInput
          type="search"
          label={t('client:people.name')}
          placeholder={t('client:people.nameHint')}
          value={q}
          onChange={(event) => set('q', event.currentTarget.value)}
        />
        <NativeSelect
          label={t('client:groups.group')}
          value={groupId}
          onChange={(event) => set('group', event.currentTarget.value)}
          data={[
            { value: '', label: t('directory.everybody') },
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </search>
      {groupId ? <GroupContacts groupId={groupId} /> : <Found q={q} />}
    </Page>
  );
}

function Found({ q }: { readonly q: string }) {
  const { t } = useTranslation('contacts');
  const settled = useSettled(q).trim();
  const found = useInfiniteQuery({ ...directoryQuery(settled), placeholderData: keepPreviousData });
  const { data, error } = found;
  if (error && !data) return <ProblemView problem={error} onRetry={() => void found.refetch()} />;
  if (!data) return <Waiting rows={8} />;
  const people = data.pages.flatMap((page) => page.items);
  if (people.length === 0) return <Empty title={t('client:people.nobody')}>{t('client:people.nobodyWhy')}</Empty>;
  return (
    <>
      <ul className="list" aria-label={t('nav.directory')}>
        {people.map((person) => (
          <EntryRow
            key={person.personId}
            entry={person}
            who={
              person.children.length > 0
                ? t('rounds.familyOf', { name: person.children.join(', ') })
                : person.roles.map((role) => t(`client:roles.${role}`)).join(', ')
            }
          />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('client:kit.showMore')}
        </Button>
      )}
    </>
  );
}
