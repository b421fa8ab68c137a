import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Profile, profileQuery, saveProfile } from '../../api/introductions.ts';
import { useSession } from '../../api/session.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Icon } from '../../kit/Icon.tsx';
import '../../kit/picker.css';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';
import { useTimes } from '../../time/useTimes.ts';
import { Photo } from './Photo.tsx';
import './introductions.css';

/** How a member of staff introduces themselves to families. Nothing for families. */
export function Introduce() {
  const { t } = useTranslation('introductions');
  const { person } = useSession();
  const { data } = useQuery(profileQuery(person?.id ?? ''));
  if (!person || !data?.may.introduce) return null;
  return (
    <Section title={t('introduce')}>
      <p className="quiet">{t('introduceWhy')}</p>
      <Photo personId={person.id} name={`${person.givenName} ${person.familyName}`} />
      <Words key={data.revision} profile={data} />
    </Section>
  );
}

interface Line {
  readonly key: number;
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

function Words({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation('introductions');
  const times = useTimes();
  const [about, setAbout] = useState(profile.about ?? '');
  const [lines, setLines] = useState<readonly Line[]>(() => profile.hours.map((hours, key) => ({ ...hours, key })));
  const saving = useWrite(
    () =>
      saveProfile(
        { about: about.trim() || null, hours: lines.map(({ weekday, from, to }) => ({ weekday, from, to })) },
        profile.revision,
      ),
    { refreshes: [['introductions']], onDone: () => showToast(t('saved')) },
  );
  const change = (key: number, changed: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...changed } : line)));
  const next = (): Line => {
    const last = lines.at(-1);
    const key = Math.max(-1, ...lines.map((line) => line.key)) + 1;
    return last
      ? { ...last, key, weekday: Math.min(last.weekday + 1, 7) }
      : { key, weekday: 1, from: '09:00', to: '18:00' };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <FieldErrors problem={saving.error} />
      <Textarea
        label={t('about')}
        description={t('aboutWhy')}
        autosize
        minRows={2}
        maxLength={300}
        value={about}
        onChange={(event) => setAbout(event.currentTarget.value)}
      />
      <fieldset className="picker">
        <legend>{t('hours')}</legend>
        {lines.map((line) => (
          <div key={line.key} className="who-hours">
            <NativeSelect
              aria-label={t('weekday')}
              data={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: times.weekday(day) }))}
              value={String(line.weekday)}
              onChange={(event) => change(line.key, { weekday: Number(event.currentTarget.value) })}
            />
            <TextInput
              type="time"
              aria-label={t('from', { day: times.weekday(line.weekday) })}
              value={line.from}
              onChange={(event) => change(line.key, { from: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              aria-label={t('to', { day: times.weekday(line.weekday) })}
              value={line.to}
              onChange={(event) => change(line.key, { to: event.currentTarget.value })}
            />
            <Button
              variant="subtle"
              size="compact-md"
              aria-label={t('removeDay', { day: times.weekday(line.weekday) })}
              onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
            >
              <Icon name="trash" size={16} />
            </Button>
          </div>
        ))}
        <div className="actions">
          <Button
            variant="subtle"
            leftSection={<Icon name="plus" size={16} />}
            disabled={lines.length >= 21}
            onClick={() => setLines([...lines, next()])}
          >
            {t('addDay')}
          </Button>
        </div>
      </fieldset>
      <div className="actions">
        <Button type="submit" loading={saving.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
