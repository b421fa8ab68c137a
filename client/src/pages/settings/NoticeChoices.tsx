import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { chooseChannels, chooseDigestTime, type NoticeArea, noticeSettingsQuery } from '../../api/notices.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';
import { useTimes } from '../../time/useTimes.ts';
import './notices.css';

const mailRules = ['soon', 'daily', 'weekly', 'never'] as const;
type MailRule = (typeof mailRules)[number];

const isMailRule = (value: string): value is MailRule => mailRules.some((rule) => rule === value);

interface AreaChannels {
  readonly area: NoticeArea;
  readonly mail: MailRule;
  readonly isPushed: boolean;
}

/** What the reader hears of by mail and on the phone, and when. */
export function NoticeChoices() {
  const { t } = useTranslation('notify');
  const { data } = useQuery(noticeSettingsQuery);
  const choosing = useWrite(chooseChannels, {
    refreshes: [['notice-settings']],
    onDone: () => showToast(t('settings.saved')),
  });
  if (!data) return null;
  const { mail, areas, digest } = data;
  const chosen = choosing.isPending ? choosing.variables : undefined;
  const shown = areas.map((one) => (chosen?.area === one.area ? { ...one, ...chosen.channels } : one));
  return (
    <Section title={t('settings.title')} anchor="notices">
      <p className="quiet">{t('settings.what')}</p>
      <MailAddress {...mail} />
      <FieldErrors problem={choosing.error} />
      <ul className="notice-areas">
        {shown.map((one) => (
          <OneArea
            key={one.area}
            channels={one}
            hasMail={mail.isOn && mail.address !== null}
            onChange={({ area, ...channels }) => choosing.mutate({ area, channels })}
          />
        ))}
      </ul>
      {shown.some(({ mail: rule }) => rule === 'daily' || rule === 'weekly') && <Digest {...digest} />}
    </Section>
  );
}

function MailAddress({ isOn, address, isFailing }: { isOn: boolean; address: string | null; isFailing: boolean }) {
  const { t } = useTranslation('notify');
  if (!isOn) return <p className="quiet">{t('settings.mailOff')}</p>;
  if (address === null) return <p className="quiet">{t('settings.noAddress')}</p>;
  if (isFailing) return <p role="alert">{t('settings.failing', { address })}</p>;
  return <p className="quiet">{t('settings.goesTo', { address })}</p>;
}

interface OneAreaProps {
  readonly channels: AreaChannels;
  readonly hasMail: boolean;
  readonly onChange: (channels: AreaChannels) => void;
}

function OneArea({ channels, hasMail, onChange }: OneAreaProps) {
  const { t } = useTranslation('notify');
  const { area, mail, isPushed } = channels;
  const name = t(`areas.${area}`);
  return (
    <li className="notice-area">
      <span className="notice-area-name">{name}</span>
      {hasMail && (
        <NativeSelect
          className="notice-area-mail"
          label={t('settings.mail')}
          aria-label={t('settings.byMail', { area: name })}
          data={mailRules.map((value) => ({ value, label: t(`settings.mailChoices.${value}`) }))}
          value={mail}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            if (isMailRule(chosen)) onChange({ ...channels, mail: chosen });
          }}
        />
      )}
      <Switch
        label={t('settings.push')}
        aria-label={t('settings.pushFor', { area: name })}
        checked={isPushed}
        onChange={(event) => onChange({ ...channels, isPushed: event.currentTarget.checked })}
      />
    </li>
  );
}

/** When mails that gather a day or a week go out. */
function Digest({ time, weekday }: { time: string; weekday: number }) {
  const { t } = useTranslation('notify');
  const times = useTimes();
  const choosing = useWrite(chooseDigestTime, {
    refreshes: [['notice-settings']],
    onDone: () => showToast(t('settings.saved')),
  });
  return (
    <fieldset className="choice">
      <legend className="choice-legend">{t('settings.digest')}</legend>
      <FieldErrors problem={choosing.error} />
      <div className="actions">
        <TextInput
          key={time}
          type="time"
          required
          label={t('settings.digestTime')}
          defaultValue={time}
          onBlur={(event) => {
            const chosen = event.currentTarget.value;
            if (chosen && chosen !== time) choosing.mutate({ time: chosen, weekday });
          }}
        />
        <NativeSelect
          label={t('settings.digestWeekday')}
          data={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: times.weekday(day) }))}
          value={String(weekday)}
          onChange={(event) => choosing.mutate({ time, weekday: Number(event.currentTarget.value) })}
        />
      </div>
    </fieldset>
  );
}
