import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SchoolQuietHoursList, schoolQuietHoursQuery, setSchoolQuietHours } from '../../api/quietHours.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Section } from '../../kit/Section.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { showToast } from '../../kit/toasts.ts';
import { type Hours, HoursFields } from '../settings/HoursFields.tsx';

type OneSchool = SchoolQuietHoursList['items'][number];

/** Which hours are quiet for the families of each home school. */
export function SchoolQuietHours() {
  const { t } = useTranslation('notify');
  const { data } = useQuery(schoolQuietHoursQuery);
  const [edited, setEdited] = useState<OneSchool>();
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('quiet.school.title')}>
      <p className="quiet">{t('quiet.school.what')}</p>
      <List label={t('quiet.school.title')}>
        {data.items.map((school) => (
          <Row
            key={school.homeSchoolId}
            title={school.name}
            details={
              t('quiet.school.hours', { from: school.fromTime, to: school.toTime }) +
              (school.isOwn ? '' : ` · ${t('quiet.school.usual')}`)
            }
            actions={
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={t('quiet.school.changeNamed', { name: school.name })}
                onClick={() => setEdited(school)}
              >
                {t('quiet.school.change')}
              </Button>
            }
          />
        ))}
      </List>
      {edited && <HoursSheet school={edited} onClose={() => setEdited(undefined)} />}
    </Section>
  );
}

interface HoursSheetProps {
  readonly school: OneSchool;
  readonly onClose: () => void;
}

function HoursSheet({ school, onClose }: HoursSheetProps) {
  const { t } = useTranslation('notify');
  const { homeSchoolId, fromTime, toTime } = school;
  const [hours, setHours] = useState<Hours>({ fromTime, toTime });
  const setting = useWrite(setSchoolQuietHours, {
    refreshes: [['quiet-hours']],
    onDone: () => {
      showToast(t('quiet.saved'));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setting.mutate({ homeSchoolId, hours: { kind: 'own', ...hours } });
  };
  return (
    <Sheet title={`${t('quiet.title')}: ${school.name}`} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={setting.error} />
        <HoursFields hours={hours} onChange={setHours} />
        <div className="sheet-foot">
          {school.isOwn && (
            <Button variant="default" onClick={() => setting.mutate({ homeSchoolId, hours: { kind: 'usual' } })}>
              {t('quiet.school.back')}
            </Button>
          )}
          <Button type="submit" loading={setting.isPending} disabled={hours.fromTime === hours.toTime}>
            {t('quiet.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
