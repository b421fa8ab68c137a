import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../kit/Icon.tsx';
import '../../kit/picker.css';
import { type ChannelDraft, purposes, ways } from './channelDraft.ts';

interface ChannelFieldsProps {
  readonly draft: ChannelDraft;
  /** From 1. */
  readonly number: number;
  readonly isStaff: boolean;
  readonly error: string | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (change: Partial<ChannelDraft>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

const inputTypes: Readonly<Record<string, string>> = { email: 'email', phone: 'tel' };

/** One address: what it is, what for, and (opened when wanted) when to use it. */
export function ChannelFields(props: ChannelFieldsProps) {
  const { t } = useTranslation('contacts');
  const { draft, number, error, onChange } = props;
  const [more, setMore] = useState(draft.from !== '' || draft.note !== '');
  return (
    <fieldset className="channel">
      <legend>{t('nth', { number })}</legend>
      <div className="form-pair">
        <NativeSelect
          label={t('way')}
          data={ways.map((value) => ({ value, label: t(`ways.${value}`) }))}
          value={draft.way}
          onChange={(event) => onChange({ way: event.currentTarget.value })}
        />
        <TextInput
          type={inputTypes[draft.way] ?? 'text'}
          label={t(`addresses.${draft.way === 'email' || draft.way === 'phone' ? draft.way : 'messenger'}`)}
          maxLength={254}
          value={draft.value}
          error={error}
          onChange={(event) => onChange({ value: event.currentTarget.value })}
        />
      </div>
      <NativeSelect
        label={t('purpose')}
        data={purposes.map((value) => ({ value, label: t(`purposes.${value}`) }))}
        value={draft.purpose}
        onChange={(event) => {
          const purpose = purposes.find((one) => one === event.currentTarget.value);
          if (purpose) onChange({ purpose });
        }}
      />
      {props.isStaff && (
        <Checkbox
          label={t('public')}
          checked={draft.isPublic}
          onChange={(event) => onChange({ isPublic: event.currentTarget.checked })}
        />
      )}
      {more && <BestHours draft={draft} onChange={onChange} />}
      <div className="actions">
        {!more && (
          <Button variant="subtle" size="compact-md" onClick={() => setMore(true)}>
            {t('more')}
          </Button>
        )}
        <Places {...props} />
      </div>
    </fieldset>
  );
}

function BestHours({ draft, onChange }: Pick<ChannelFieldsProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation('contacts');
  return (
    <>
      <div className="form-pair">
        <TextInput
          type="time"
          label={t('bestFrom')}
          value={draft.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('bestTo')}
          value={draft.to}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={t('note')}
        maxLength={200}
        value={draft.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}

/** Earlier, later, away. */
function Places({ draft, number, isFirst, isLast, onMove, onRemove }: ChannelFieldsProps) {
  const { t } = useTranslation('contacts');
  const named = draft.value || t('nth', { number });
  return (
    <>
      {!isFirst && (
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={t('earlierNamed', { address: named })}
          onClick={() => onMove(-1)}
        >
          {t('earlier')}
        </Button>
      )}
      {!isLast && (
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={t('laterNamed', { address: named })}
          onClick={() => onMove(1)}
        >
          {t('later')}
        </Button>
      )}
      <Button
        variant="subtle"
        size="compact-md"
        leftSection={<Icon name="trash" size={16} />}
        aria-label={t('removeNamed', { address: named })}
        onClick={onRemove}
      >
        {t('remove')}
      </Button>
    </>
  );
}
