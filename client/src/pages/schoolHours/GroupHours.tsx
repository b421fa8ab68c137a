import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { homeSchoolsQuery } from '../../api/schoolLists.ts';
import { useSession } from '../../api/session.ts';
import { Waiting } from '../../kit/Waiting.tsx';
import { ClassHours } from './ClassHours.tsx';

/** The hours of a home school's students in one group, as a tab of its page. */
export function GroupHours({ groupId }: { readonly groupId: string }) {
  const { t } = useTranslation('import');
  const { data } = useQuery(homeSchoolsQuery);
  const { roles } = useSession();
  const [chosen, setChosen] = useState<string>();
  if (!data) return <Waiting rows={4} />;
  const isEverybodys = roles.some(
    ({ role, scopeKind }) => (role === 'admin' || role === 'coordinator') && scopeKind === 'everything',
  );
  const own = data.items.filter(
    ({ id }) => isEverybodys || roles.some(({ role, scopeId }) => role === 'coordinator' && scopeId === id),
  );
  // Of several nobody knows which is meant.
  const homeSchoolId = chosen ?? (own.length === 1 ? own[0]?.id : undefined);
  return (
    <>
      <p>{t('hours.class.what')}</p>
      {own.length > 1 && (
        <NativeSelect
          label={t('hours.class.school')}
          value={homeSchoolId ?? ''}
          onChange={({ currentTarget: { value } }) => setChosen(value || undefined)}
          data={[
            { value: '', label: t('hours.class.chooseSchool') },
            ...own.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {homeSchoolId && <ClassHours key={homeSchoolId} homeSchoolId={homeSchoolId} groupId={groupId} />}
    </>
  );
}
