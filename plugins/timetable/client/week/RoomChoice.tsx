import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { errorOf, FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { RoomChoiceInput, RoomChoiceView } from '../../schemas/roomChoices.ts';
import { roomChoiceQuery, setRoomChoice } from '../api/roomChoices.ts';
import './room.css';

/** Where a group, or the reader as a teacher, holds lessons; for those who may say so. */
export function RoomChoice({ groupId }: { readonly groupId?: string }) {
  const { data } = useQuery(roomChoiceQuery(groupId));
  if (!data?.may.change) return null;
  return <RoomForm key={data.revision} choice={data} groupId={groupId} />;
}

interface RoomFormProps {
  readonly choice: RoomChoiceView;
  readonly groupId: string | undefined;
}

function RoomForm({ choice, groupId }: RoomFormProps) {
  const { t } = useTranslation('reschedule');
  const [provider, setProvider] = useState(choice.provider);
  const [link, setLink] = useState(choice.link ?? '');
  const saving = useWrite((next: RoomChoiceInput) => setRoomChoice(groupId, next, choice.revision), {
    refreshes: [roomChoiceQuery(groupId).queryKey],
    onDone: () => showToast(t('room.saved')),
  });
  const isLink = provider === 'link';
  const isChanged = provider !== choice.provider || (isLink && link.trim() !== choice.link);
  return (
    <form
      className="stack no-print room-choice"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate({ provider, link: isLink ? link.trim() : null });
      }}
    >
      <NativeSelect
        label={t(groupId ? 'room.ofGroup' : 'room.mine')}
        description={t(groupId ? 'room.ofGroupWhy' : 'room.mineWhy')}
        value={provider}
        data={choice.options.map((value) => ({ value, label: t(`room.${value}`) }))}
        onChange={(event) => {
          const next = choice.options.find((one) => one === event.currentTarget.value);
          if (next) setProvider(next);
        }}
      />
      {isLink && (
        <TextInput
          type="url"
          label={t('room.address')}
          placeholder="https://"
          required
          withAsterisk={false}
          value={link}
          error={errorOf(saving.error, 'link')}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
      )}
      <FieldErrors problem={saving.error} shownElsewhere={['link']} />
      {isChanged && (
        <div className="actions">
          <Button type="submit" variant="default" loading={saving.isPending} disabled={isLink && link.trim() === ''}>
            {t('room.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
