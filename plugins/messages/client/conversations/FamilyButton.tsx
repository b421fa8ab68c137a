import { Button } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { openAbout } from '../api/conversations.ts';
import { useTexts } from '../useTexts.ts';

/** Opens the conversation of a whole family with the tutor. */
export function FamilyButton({ studentId, name }: { readonly studentId: string; readonly name: string }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const opening = useWrite(() => openAbout(studentId, 'family'), {
    refreshes: [],
    onDone: ({ id }) => void navigate(`/messages/${id}`, { replace: true }),
  });
  return (
    <Button
      variant="default"
      size="compact-md"
      loading={opening.isPending}
      aria-label={`${t('new.write')}: ${t('kind.family', { name })}`}
      onClick={() => opening.mutate(undefined)}
    >
      {t('new.write')}
    </Button>
  );
}
