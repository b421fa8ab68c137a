import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Channels, saveChannels } from '../../api/contacts.ts';
import { useWrite } from '../../api/useWrite.ts';
import { errorOf, FieldErrors } from '../../kit/FieldErrors.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { showToast } from '../../kit/toasts.ts';
import { ChannelFields } from './ChannelFields.tsx';
import { type ChannelDraft, draftOf, moved, newDraft, wantedOf } from './channelDraft.ts';
import './contacts.css';

interface ChannelsSheetProps {
  readonly channels: Channels;
  readonly onClose: () => void;
}

const most = 12;

/** All ways to reach one person, in their order. */
export function ChannelsSheet({ channels, onClose }: ChannelsSheetProps) {
  const { t } = useTranslation('contacts');
  const [drafts, setDrafts] = useState<readonly ChannelDraft[]>(() =>
    channels.items.length > 0 ? channels.items.map(draftOf) : [newDraft(0)],
  );
  const filled = drafts.filter(({ value }) => value.trim());
  const saving = useWrite(
    () =>
      saveChannels(
        channels.personId,
        channels.revision,
        filled.flatMap((draft) => wantedOf(draft) ?? []),
      ),
    {
      refreshes: [['contacts'], ['people']],
      onDone: () => {
        showToast(t('saved'));
        onClose();
      },
    },
  );
  const change = (key: number, changed: Partial<ChannelDraft>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...changed } : draft)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <Sheet title={t('titleOf', { name: channels.name })} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={saving.error} shownElsewhere={filled.map((_, at) => `items.${at}.value`)} />
        <p className="quiet">{t(channels.isStaff ? 'whoSeesStaff' : 'whoSees')}</p>
        {drafts.map((draft, at) => (
          <ChannelFields
            key={draft.key}
            draft={draft}
            number={at + 1}
            isStaff={channels.isStaff}
            error={draft.value.trim() ? errorOf(saving.error, `items.${filled.indexOf(draft)}.value`) : undefined}
            isFirst={at === 0}
            isLast={at === drafts.length - 1}
            onChange={(changed) => change(draft.key, changed)}
            onMove={(by) => setDrafts(moved(drafts, at, by))}
            onRemove={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
          />
        ))}
        <div className="sheet-foot">
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={16} />}
            disabled={drafts.length >= most}
            onClick={() => setDrafts([...drafts, newDraft(Math.max(0, ...drafts.map(({ key }) => key)) + 1)])}
          >
            {t('add')}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
