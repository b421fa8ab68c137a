import { useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../kit/Choice.tsx';
import { Page } from '../../kit/Page.tsx';
import { Section } from '../../kit/Section.tsx';
import { currentDensity, type Density, setDensity } from '../../theme/density.ts';
import { LanguageAndZone } from './LanguageAndZone.tsx';

/** What a person chooses for themselves. */
export function SettingsPage() {
  const { t } = useTranslation('client');
  return (
    <Page title={t('nav.settings')}>
      <LanguageAndZone />
      <Looks />
    </Page>
  );
}

function Looks() {
  const { t } = useTranslation('client');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [density, chooseDensity] = useState<Density>(currentDensity);
  const change = (value: Density) => {
    setDensity(value);
    chooseDensity(value);
  };
  return (
    <Section title={t('settings.looks')}>
      <p className="quiet">{t('settings.looksWhere')}</p>
      <Choice
        legend={t('settings.scheme')}
        options={(['auto', 'light', 'dark'] as const).map((value) => ({
          value,
          label: t(`settings.schemes.${value}`),
        }))}
        value={colorScheme}
        onChange={setColorScheme}
      />
      <div className="on-desk">
        <Choice
          legend={t('settings.density')}
          options={(['comfortable', 'compact'] as const).map((value) => ({
            value,
            label: t(`settings.densities.${value}`),
          }))}
          value={density}
          onChange={change}
        />
      </div>
    </Section>
  );
}
