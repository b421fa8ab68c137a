import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeaversPolicy as Policy } from '../../../../server/year/schemas.ts';
import { useWrite } from '../../api/useWrite.ts';
import { setLeaversPolicy, yearPlansQuery } from '../../api/year.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';

/** For how long accounts of those who left stay readable. */
export function LeaversPolicy() {
  const { data } = useQuery(yearPlansQuery);
  return data ? <PolicyForm key={data.policy.revision} policy={data.policy} /> : null;
}

const choices = [14, 30, 60, 90, 180, 365];

function PolicyForm({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation('year');
  const { closeAfterDays, revision } = policy;
  const [days, setDays] = useState(closeAfterDays);
  const saving = useWrite(setLeaversPolicy, {
    refreshes: [yearPlansQuery.queryKey],
    onDone: () => showToast(t('accounts.saved')),
  });
  const offered = [...new Set([...choices, ...(closeAfterDays ? [closeAfterDays] : [])])].toSorted((a, b) => a - b);
  return (
    <Section title={t('accounts.title')}>
      <form
        className="year-facts"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate({ closeAfterDays: days, revision });
        }}
      >
        <FieldErrors problem={saving.error} />
        <NativeSelect
          label={t('accounts.label')}
          description={t('accounts.why')}
          value={days ?? ''}
          onChange={({ currentTarget: { value } }) => setDays(value === '' ? null : Number(value))}
          data={[
            { value: '', label: t('accounts.never') },
            ...offered.map((count) => ({ value: String(count), label: t('accounts.days', { count }) })),
          ]}
        />
        <Button type="submit" variant="default" disabled={days === closeAfterDays} loading={saving.isPending}>
          {t('accounts.save')}
        </Button>
      </form>
    </Section>
  );
}
