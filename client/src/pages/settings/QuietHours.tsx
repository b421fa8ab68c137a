import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MyQuietHours, myQuietHoursQuery, setMyQuietHours } from '../../api/quietHours.ts';
import { useWrite } from '../../api/useWrite.ts';
import { Choice } from '../../kit/Choice.tsx';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';
import { useTimes } from '../../time/useTimes.ts';
import { type Hours, HoursFields } from './HoursFields.tsx';

type Kind = MyQuietHours['kind'];

/** When the reader is not to be disturbed. */
export function QuietHours() {
  const { t } = useTranslation('notify');
  const times = useTimes();
  const { data } = useQuery(myQuietHoursQuery);
  const [opened, setOpened] = useState(false);
  const setting = useWrite(setMyQuietHours, {
    refreshes: [['quiet-hours']],
    onDone: () => showToast(t('quiet.saved')),
  });
  if (!data) return null;
  const { choice, usual, zone } = data;
  const kind: Kind = opened ? 'own' : choice.kind;
  const choose = (chosen: Kind) => {
    setOpened(chosen === 'own');
    if (chosen !== 'own') setting.mutate({ kind: chosen });
  };
  return (
    <Section title={t('quiet.title')}>
      <p className="quiet">
        {t('quiet.what')} {t('quiet.zone', { zone: times.zoneName(zone) })}
      </p>
      <FieldErrors problem={setting.error} />
      <Choice<Kind>
        legend={t('quiet.choose')}
        options={[
          { value: 'usual', label: t('quiet.usual', { from: usual.fromTime, to: usual.toTime }) },
          { value: 'own', label: t('quiet.own') },
          { value: 'never', label: t('quiet.never') },
        ]}
        value={kind}
        onChange={choose}
      />
      {kind === 'own' && (
        <OwnHours
          hours={choice.kind === 'own' ? choice : usual}
          saving={setting.isPending}
          onSave={(hours) => setting.mutate({ kind: 'own', ...hours })}
        />
      )}
    </Section>
  );
}

interface OwnHoursProps {
  readonly hours: Hours;
  readonly saving: boolean;
  readonly onSave: (hours: Hours) => void;
}

function OwnHours({ hours: { fromTime, toTime }, saving, onSave }: OwnHoursProps) {
  const { t } = useTranslation('notify');
  const [hours, setHours] = useState<Hours>({ fromTime, toTime });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(hours);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <HoursFields hours={hours} onChange={setHours} />
      <div className="actions">
        <Button type="submit" variant="default" loading={saving} disabled={hours.fromTime === hours.toTime}>
          {t('quiet.save')}
        </Button>
      </div>
    </form>
  );
}
