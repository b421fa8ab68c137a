import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { personQuery } from '../../api/people.ts';
import { useSession } from '../../api/session.ts';
import { Choice } from '../../kit/Choice.tsx';
import { Page } from '../../kit/Page.tsx';
import { HoursEditor } from './HoursEditor.tsx';

/** When I can be online; a parent answers for each child. */
export function HoursPage() {
  const { t } = useTranslation('client');
  const me = useSession().person?.id ?? '';
  const { data, error, isPending, refetch } = useQuery(personQuery(me));
  const [search, setSearch] = useSearchParams();
  const children = data?.children ?? [];
  const whose = [
    ...children.map((child) => ({ value: child.personId, label: child.name })),
    ...(data && children.length === 0 ? [{ value: me, label: data.name }] : []),
  ];
  const chosen = whose.find(({ value }) => value === search.get('whose')) ?? whose[0];
  return (
    <Page
      title={t('nav.hours')}
      summary={t('hours.why')}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {children.length > 1 && chosen && (
        <Choice
          legend={t('hours.whose')}
          options={whose}
          value={chosen.value}
          onChange={(personId) => setSearch({ whose: personId }, { replace: true })}
        />
      )}
      {children.length === 1 && <p className="hours-child">{chosen?.label}</p>}
      {chosen && <HoursEditor key={chosen.value} personId={chosen.value} />}
    </Page>
  );
}
