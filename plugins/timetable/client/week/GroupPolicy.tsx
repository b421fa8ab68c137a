import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { groupPolicyQuery, setGroupPolicy } from '../api/policies.ts';
import { useTexts } from '../useTexts.ts';

/** Whether the teacher's consent is the last word in a group; for those who may say so. */
export function GroupPolicy({ groupId }: { readonly groupId: string }) {
  const { t } = useTexts();
  const { data } = useQuery(groupPolicyQuery(groupId));
  const setting = useWrite((isOn: boolean) => setGroupPolicy(groupId, isOn, data?.revision ?? 0), {
    refreshes: [groupPolicyQuery(groupId).queryKey],
  });
  if (!data?.may.change) return null;
  return (
    <div className="no-print">
      <Switch
        label={t('policy.teacherEnough')}
        description={t('policy.teacherEnoughWhy')}
        checked={setting.isPending ? setting.variables : data.isTeacherEnough}
        onChange={(event) => setting.mutate(event.currentTarget.checked)}
      />
      <FieldErrors problem={setting.error} />
    </div>
  );
}
