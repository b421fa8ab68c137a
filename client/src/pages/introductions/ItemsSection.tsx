import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { itemsQuery, saveItems } from '../../api/introductions.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';
import './introductions.css';

interface Item {
  readonly id: string | null;
  readonly label: string;
  readonly key: string;
}

/** What every newcomer of the school is to learn, beside meeting people. Nothing for those who may not decide it. */
export function ItemsSection() {
  const { t } = useTranslation('introductions');
  const { data } = useQuery(itemsQuery);
  if (!data?.may.edit) return null;
  const items = data.items.map((item) => ({ ...item, key: item.id }));
  return (
    <Section title={t('items.title')}>
      <p className="quiet">{t('items.why')}</p>
      <ItemsForm key={JSON.stringify(items)} before={items} usual={data.usual} />
    </Section>
  );
}

interface ItemsFormProps {
  readonly before: readonly Item[];
  /** What is usual and not among them. */
  readonly usual: readonly string[];
}

function ItemsForm({ before, usual }: ItemsFormProps) {
  const { t } = useTranslation('introductions');
  const [items, setItems] = useState(before);
  const [nth, setNth] = useState(0);
  const saving = useWrite(
    () => saveItems(items.filter(({ label }) => label.trim()).map(({ id, label }) => ({ id, label: label.trim() }))),
    { refreshes: [['introductions']], onDone: () => showToast(t('saved')) },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <FieldErrors problem={saving.error} />
      {items.map((item, at) => (
        <div key={item.key} className="who-item">
          <TextInput
            aria-label={t('items.nth', { number: at + 1 })}
            maxLength={200}
            value={item.label}
            onChange={(event) => setItems(items.with(at, { ...item, label: event.currentTarget.value }))}
          />
          <Button
            variant="subtle"
            size="compact-md"
            aria-label={t('items.remove', { label: item.label })}
            onClick={() => setItems(items.filter((one) => one !== item))}
          >
            <Icon name="trash" size={16} />
          </Button>
        </div>
      ))}
      <div className="actions">
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          disabled={items.length >= 30}
          onClick={() => {
            setNth(nth + 1);
            setItems([...items, { id: null, label: '', key: `new ${nth}` }]);
          }}
        >
          {t('items.add')}
        </Button>
        {usual.length > 0 && before === items && (
          <Button
            variant="default"
            onClick={() => setItems([...items, ...usual.map((label) => ({ id: null, label, key: `usual ${label}` }))])}
          >
            {t('items.usual', { count: usual.length })}
          </Button>
        )}
        <Button type="submit" loading={saving.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
