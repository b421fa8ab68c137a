import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { SchoolPolicyInput, SchoolPolicyView } from '../../schemas/policies.ts';
import { schoolPoliciesQuery, setSchoolPolicy } from '../api/policies.ts';
import { useTexts } from '../useTexts.ts';

/** What the home schools that the reader coordinates want of requests. */
export function SchoolPoliciesSection() {
  const { t } = useTexts();
  const { data } = useQuery(schoolPoliciesQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('policy.title')}>
      {data.items.map((policy) => (
        <PolicyForm key={`${policy.homeSchool.id} ${policy.revision}`} policy={policy} />
      ))}
    </Section>
  );
}

const choices = ['none', 'chains', 'all'] as const;
const isChoice = (value: string): value is SchoolPolicyInput['coordinatorFor'] => choices.some((one) => one === value);

function PolicyForm({ policy }: { readonly policy: SchoolPolicyView }) {
  const { t } = useTexts();
  const { homeSchool, revision } = policy;
  const [hours, setHours] = useState<number | string>(policy.noticeHours);
  const [most, setMost] = useState<number | string>(policy.mostPerTerm ?? '');
  const [coordinatorFor, setCoordinatorFor] = useState(policy.coordinatorFor);
  const saving = useWrite(
    () =>
      setSchoolPolicy(
        homeSchool.id,
        { noticeHours: Number(hours), mostPerTerm: most === '' ? null : Number(most), coordinatorFor },
        revision,
      ),
    { refreshes: [schoolPoliciesQuery.queryKey], onDone: () => showToast(t('policy.saved')) },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <h3>{homeSchool.name}</h3>
      <NumberInput
        label={t('policy.notice')}
        min={0}
        max={336}
        allowDecimal={false}
        value={hours}
        onChange={setHours}
      />
      <NumberInput label={t('policy.most')} min={1} max={100} allowDecimal={false} value={most} onChange={setMost} />
      <NativeSelect
        label={t('policy.coordinator')}
        data={choices.map((value) => ({ value, label: t(`policy.${value}`) }))}
        value={coordinatorFor}
        onChange={({ currentTarget: { value } }) => isChoice(value) && setCoordinatorFor(value)}
      />
      <FieldErrors problem={saving.error} />
      <div>
        <Button type="submit" variant="default" loading={saving.isPending}>
          {t('policy.save')}
        </Button>
      </div>
    </form>
  );
}
