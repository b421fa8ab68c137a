import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { errorOf, FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import { makeMeeting, type Search } from '../api/meetings.ts';
import { timetableKey } from '../api/watching.ts';
import type { Time } from './TimeChoice.tsx';
import { useMeetingTexts } from './useMeetingTexts.ts';

interface InviteFormProps {
  readonly invitation: Pick<Search, 'personIds' | 'groups'>;
  readonly minutes: number;
  readonly time: Time;
}

/** What it is about and where it is held; then everybody is invited. */
export function InviteForm({ invitation, minutes, time }: InviteFormProps) {
  const { t } = useMeetingTexts();
  const times = useTimes();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [link, setLink] = useState('');
  const inviting = useWrite(makeMeeting, {
    refreshes: [[timetableKey]],
    onDone: ({ id }) => {
      showToast(t('invited'));
      void navigate(`/meetings/${id}`);
    },
  });
  const ownLink = link.trim();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        inviting.mutate({
          ...invitation,
          title: title.trim(),
          startsAt: time.startsAt,
          minutes,
          withoutIds: time.missing.map(({ personId }) => personId),
          ...(ownLink ? { ownLink } : {}),
        });
      }}
    >
      <TextInput
        label={t('about')}
        description={t('aboutWhy')}
        maxLength={200}
        required
        withAsterisk={false}
        value={title}
        error={errorOf(inviting.error, 'title')}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        type="url"
        label={t('link')}
        description={t('linkWhy')}
        maxLength={500}
        placeholder="https://"
        value={link}
        error={errorOf(inviting.error, 'ownLink')}
        onChange={(event) => setLink(event.currentTarget.value)}
      />
      <p className="told small">{t('told')}</p>
      <FieldErrors problem={inviting.error} shownElsewhere={['title', 'ownLink']} />
      <div className="actions">
        <Button type="submit" loading={inviting.isPending} disabled={title.trim() === ''}>
          {t('invite', { when: times.dateTime(time.startsAt) })}
        </Button>
      </div>
    </form>
  );
}
