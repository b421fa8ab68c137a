import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { HelpView } from '../../../../server/help/schemas.ts';
import { assignHelp, helpOwnersQuery, helpRefreshes } from '../../api/help.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { showToast } from '../../kit/toasts.ts';

/** Gives a request to somebody else, or to another day. */
export function AssignSheet({ request }: { readonly request: HelpView }) {
  const { t } = useTranslation('help');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('assign')}
      </Button>
      <Sheet title={t('assign')} opened={opened} onClose={() => setOpened(false)}>
        <AssignForm request={request} onDone={() => setOpened(false)} />
      </Sheet>
    </>
  );
}

function AssignForm({ request, onDone }: { readonly request: HelpView; readonly onDone: () => void }) {
  const { t } = useTranslation('help');
  const navigate = useNavigate();
  const { data } = useQuery(helpOwnersQuery(request.id));
  const [ownerId, setOwnerId] = useState(request.owner?.id ?? '');
  const [dueOn, setDueOn] = useState(request.dueOn);
  const assigning = useWrite(assignHelp, {
    refreshes: helpRefreshes,
    onDone: ({ owner }) => {
      showToast(t('assignedTo', { name: owner.name }));
      onDone();
      void navigate('/help');
    },
  });
  const options = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        assigning.mutate({ request, ownerId, dueOn });
      }}
    >
      <FieldErrors problem={assigning.error} />
      <NativeSelect
        label={t('answers')}
        data={[{ value: '', label: '–' }, ...options]}
        value={ownerId}
        onChange={(event) => setOwnerId(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('dueOn')}
        value={dueOn}
        onChange={(event) => setDueOn(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" loading={assigning.isPending} disabled={ownerId === '' || dueOn === ''}>
          {t('assign')}
        </Button>
      </div>
    </form>
  );
}
