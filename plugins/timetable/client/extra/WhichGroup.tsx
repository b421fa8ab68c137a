import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { groupsQuery } from '../../../../client/src/api/groups.ts';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { useExtraTexts } from './useExtraTexts.ts';

/** Asks for which group a lesson is to be added, where the address does not say it. */
export function WhichGroup() {
  const { t } = useExtraTexts();
  const navigate = useNavigate();
  const { data, error, isPending, refetch } = useQuery(groupsQuery);
  if (isPending) return <Waiting rows={2} />;
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  const groups = data.items.filter(({ isActive }) => isActive);
  if (groups.length === 0) return <Empty title={t('noGroups')} />;
  return (
    <NativeSelect
      label={t('which')}
      description={t('whichWhy')}
      value=""
      data={[{ value: '', label: t('chooseGroup') }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(event) =>
        event.currentTarget.value && void navigate(`/timetable/extra?group=${event.currentTarget.value}`)
      }
    />
  );
}
