import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { SilenceView } from '../../schemas/agreements.ts';
import { agreementRefreshes, setSilence } from '../api/agreements.ts';
import { useAgreementTexts } from './useAgreementTexts.ts';
import { useSilenceWords } from './useSilenceWords.ts';

/** The home schools for which the reader answers: their lessons, and what their silence means. */
export function OwnSchools({ schools }: { readonly schools: readonly SilenceView[] }) {
  const { t } = useAgreementTexts();
  const words = useSilenceWords();
  const [changed, setChanged] = useState<SilenceView>();
  return (
    <Section title={t('own')}>
      <List label={t('own')}>
        {schools.map((one) => (
          <Row
            key={one.homeSchool.id}
            title={one.homeSchool.name}
            to={`/home-schools/${one.homeSchool.id}`}
            details={words(one.silenceDays)}
            actions={
              <Button size="sm" variant="default" onClick={() => setChanged(one)}>
                {t('silence.title')}
              </Button>
            }
          />
        ))}
      </List>
      <Sheet
        title={changed?.homeSchool.name ?? ''}
        opened={changed !== undefined}
        onClose={() => setChanged(undefined)}
      >
        {changed && <SilenceForm school={changed} onDone={() => setChanged(undefined)} />}
      </Sheet>
    </Section>
  );
}

const choices = [1, 2, 3, 5, 7, 10, 14, 30];

function SilenceForm({ school, onDone }: { readonly school: SilenceView; readonly onDone: () => void }) {
  const { t } = useAgreementTexts();
  const { homeSchool, silenceDays, revision } = school;
  const [days, setDays] = useState(silenceDays);
  const saving = useWrite(() => setSilence({ homeSchoolId: homeSchool.id, silenceDays: days, revision }), {
    refreshes: agreementRefreshes,
    onDone: () => {
      showToast(t('silence.saved'));
      onDone();
    },
  });
  const offered = [...new Set([...choices, ...(silenceDays ? [silenceDays] : [])])].toSorted((a, b) => a - b);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(undefined);
      }}
    >
      <FieldErrors problem={saving.error} />
      <NativeSelect
        label={t('silence.label')}
        value={days ?? ''}
        onChange={({ currentTarget: { value } }) => setDays(value === '' ? null : Number(value))}
        data={[
          ...offered.map((count) => ({ value: String(count), label: t('silence.days', { count }) })),
          { value: '', label: t('silence.never') },
        ]}
      />
      <div className="actions">
        <Button type="submit" loading={saving.isPending}>
          {t('silence.save')}
        </Button>
      </div>
    </form>
  );
}
