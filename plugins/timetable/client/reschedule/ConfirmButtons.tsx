import { Button } from '@mantine/core';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Icon } from '../../../../client/src/kit/Icon.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { RescheduleView } from '../../schemas/reschedules.ts';
import { confirmReschedule } from '../api/reschedules.ts';
import { timetableKey } from '../api/watching.ts';
import { useTexts } from '../useTexts.ts';
import { lessonOfRequest } from './requestWords.ts';

/** The last word after the teachers agreed: one tap. */
export function ConfirmButtons({ request }: { readonly request: RescheduleView }) {
  const { t } = useTexts();
  const deciding = useWrite((confirm: boolean) => confirmReschedule(request.id, { confirm }), {
    refreshes: [[timetableKey]],
    onDone: ({ state }) => showToast(t(state === 'confirmed' ? 'confirm.done' : 'confirm.refused')),
  });
  const { isPending, variables } = deciding;
  return (
    <>
      <Button
        leftSection={<Icon name="check" size={18} />}
        aria-label={t('confirm.confirmNamed', { lesson: lessonOfRequest(request) })}
        loading={isPending && variables}
        disabled={isPending}
        onClick={() => deciding.mutate(true)}
      >
        {t('confirm.confirm')}
      </Button>
      <Button
        variant="default"
        loading={isPending && !variables}
        disabled={isPending}
        onClick={() => deciding.mutate(false)}
      >
        {t('confirm.refuse')}
      </Button>
      <FieldErrors problem={deciding.error} />
    </>
  );
}
