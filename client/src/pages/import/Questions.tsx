import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportAnswers, ImportSummary } from '../../api/imports.ts';
import { Section } from '../../kit/Section.tsx';

interface QuestionsProps {
  readonly summary: ImportSummary;
  readonly busy: boolean;
  readonly onAnswers: (answers: ImportAnswers) => void;
}

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
const languages = ['ru', 'es', 'en'] as const;

/** What OneRoster and FET do not say of a school. */
export function Questions({ summary, busy, onAnswers }: QuestionsProps) {
  const { t, i18n } = useTranslation('client');
  const { fet } = summary;
  const [zone, setZone] = useState(ownZone);
  const [language, setLanguage] = useState(languages.find((one) => one === i18n.language) ?? 'en');
  const [term, setTerm] = useState({ name: '', startsOn: '', endsOn: '' });
  const [times, setTimes] = useState<readonly string[]>(() => (fet?.hours ?? []).map(() => ''));
  const [minutes, setMinutes] = useState('45');
  const [grade, setGrade] = useState('7');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAnswers({
      defaults: { zone, language },
      ...(fet
        ? { fet: { term, zone, language, times: [...times], minutes: Number(minutes), grade: Number(grade) } }
        : {}),
    });
  };
  return (
    <Section title={t('import.questions')}>
      <p className="quiet">{t(fet ? 'import.fetWhy' : 'import.rosterWhy')}</p>
      <form className="stack mapping" onSubmit={submit}>
        <TextInput
          label={t('import.zone')}
          required
          value={zone}
          list="import-zones"
          onChange={({ currentTarget: { value } }) => setZone(value)}
        />
        <datalist id="import-zones">
          {Intl.supportedValuesOf('timeZone').map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <NativeSelect
          label={t('import.language')}
          value={language}
          data={languages.map((value) => ({ value, label: t(`import.languages.${value}`) }))}
          onChange={({ currentTarget: { value } }) => setLanguage(languages.find((one) => one === value) ?? 'en')}
        />
        {fet && (
          <>
            <TextInput
              label={t('import.termName')}
              required
              value={term.name}
              onChange={({ currentTarget: { value } }) => setTerm((before) => ({ ...before, name: value }))}
            />
            <div className="mapping-row">
              <TextInput
                type="date"
                label={t('import.termFrom')}
                required
                value={term.startsOn}
                onChange={({ currentTarget: { value } }) => setTerm((before) => ({ ...before, startsOn: value }))}
              />
              <TextInput
                type="date"
                label={t('import.termUntil')}
                required
                value={term.endsOn}
                onChange={({ currentTarget: { value } }) => setTerm((before) => ({ ...before, endsOn: value }))}
              />
            </div>
            <fieldset className="mapping-sheet">
              <legend>{t('import.hourStarts')}</legend>
              <p className="quiet">{t('import.hourStartsWhy')}</p>
              <div className="mapping-row">
                {fet.hours.map((hour, at) => (
                  <TextInput
                    // biome-ignore lint/suspicious/noArrayIndexKey: hours of a file may share a name, and never move
                    key={`${hour} ${at}`}
                    type="time"
                    label={hour}
                    value={times[at] ?? ''}
                    onChange={({ currentTarget: { value } }) => setTimes((before) => before.with(at, value))}
                  />
                ))}
              </div>
            </fieldset>
            <div className="mapping-row">
              <TextInput
                label={t('import.hourMinutes')}
                inputMode="numeric"
                required
                value={minutes}
                onChange={({ currentTarget: { value } }) => setMinutes(value)}
              />
              <TextInput
                label={t('import.grade')}
                inputMode="numeric"
                required
                value={grade}
                onChange={({ currentTarget: { value } }) => setGrade(value)}
              />
            </div>
          </>
        )}
        <div className="actions">
          <Button type="submit" loading={busy}>
            {t('import.lookAgain')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
