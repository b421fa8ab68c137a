import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { noteMeeting } from '../../api/introductions.ts';
import { useWrite } from '../../api/useWrite.ts';
import { showToast } from '../../kit/toasts.ts';

interface MetButtonProps {
  readonly studentId: string;
  readonly withId: string | null;
  readonly itemId: string | null;
  readonly name: string;
}

/** Notes a meeting with one tap, which can be taken back. */
export function MetButton({ studentId, withId, itemId, name }: MetButtonProps) {
  const { t } = useTranslation('introductions');
  const refreshes = [['introductions']];
  const subject = { studentId, withId, itemId };
  const undoing = useWrite(() => noteMeeting({ ...subject, isMet: false }), { refreshes });
  const noting = useWrite(() => noteMeeting({ ...subject, isMet: true }), {
    refreshes,
    onDone: () => showToast(t('noted', { name }), () => undoing.mutate(undefined)),
    onProblem: ({ title }) => showToast(title),
  });
  return (
    <Button
      className="no-print"
      variant="default"
      size="compact-md"
      aria-label={t(withId ? 'metNamed' : 'learnedNamed', { name })}
      loading={noting.isPending}
      onClick={() => noting.mutate(undefined)}
    >
      {t(withId ? 'met' : 'learned')}
    </Button>
  );
}
