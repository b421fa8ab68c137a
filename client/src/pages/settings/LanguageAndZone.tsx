import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { write } from '../../api/request.ts';
import { sessionQuery, useSession } from '../../api/session.ts';
import { useWrite } from '../../api/useWrite.ts';
import { isLanguage, type Language, languageNames, languages } from '../../i18n/language.ts';
import { Choice } from '../../kit/Choice.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import { ZoneSelect } from '../../time/ZoneSelect.tsx';
import { sameClock, zoneOfDevice } from '../../time/zone.ts';

interface MyChange {
  readonly language?: Language;
  readonly zone?: string;
}

export function LanguageAndZone() {
  const { t, i18n } = useTranslation('client');
  const { person } = useSession();
  const client = useQueryClient();
  const changing = useWrite((change: MyChange) => write<unknown>('PATCH', '/me', change), {
    onDone: () => {
      void client.invalidateQueries(sessionQuery);
      showToast(t('settings.saved'));
    },
  });
  const now = useNow();
  const times = useTimes();
  const zone = person?.zone ?? zoneOfDevice();
  const device = zoneOfDevice();
  return (
    <Section title={t('settings.me')}>
      {changing.error && <ProblemView problem={changing.error} />}
      <Choice<Language>
        legend={t('settings.language')}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={isLanguage(i18n.language) ? i18n.language : 'en'}
        onChange={(language) => changing.mutate({ language })}
      />
      <ZoneSelect
        label={t('settings.zone')}
        description={t('settings.zoneWhy')}
        value={zone}
        onChange={(chosen) => changing.mutate({ zone: chosen })}
      />
      {!sameClock(zone, device, now) && (
        <div className="actions">
          <p>{t('settings.zoneOfDevice', { zone: times.zoneName(device) })}</p>
          <Button variant="default" onClick={() => changing.mutate({ zone: device })}>
            {t('settings.useZoneOfDevice')}
          </Button>
        </div>
      )}
    </Section>
  );
}
