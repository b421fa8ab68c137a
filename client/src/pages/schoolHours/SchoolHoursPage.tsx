import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type HoursFile, hoursFileOf, hoursForm, previewHours, sendHours } from '../../api/schoolHours.ts';
import { homeSchoolsQuery } from '../../api/schoolLists.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Page } from '../../kit/Page.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';
import { HoursPreviewPart } from './HoursPreviewPart.tsx';

/** A home school sends its own table: a form to fill in, a look at what would change, then exactly that. */
export function SchoolHoursPage() {
  const { t, i18n } = useTranslation('import');
  const { homeSchoolId = '' } = useParams();
  const { data: schools } = useQuery(homeSchoolsQuery);
  const [file, setFile] = useState<HoursFile>();
  const input = useRef<HTMLInputElement>(null);
  const looking = useWrite((chosen: HoursFile) => previewHours(homeSchoolId, chosen));
  const sending = useWrite(
    (fingerprint: string) => sendHours(homeSchoolId, file ?? { name: '', data: '' }, fingerprint),
    {
      refreshes: [['availability']],
      onDone: ({ personIds }) => {
        showToast(t('hours.sent', { count: personIds.length }));
        setFile(undefined);
        looking.reset();
      },
      onProblem: () => file && looking.mutate(file),
    },
  );
  const choose = async (chosen: File) => {
    sending.reset();
    const read = await hoursFileOf(chosen);
    setFile(read);
    looking.mutate(read);
  };
  return (
    <Page
      title={t('hours.title')}
      summary={schools?.items.find(({ id }) => id === homeSchoolId)?.name}
      above={<Link to={`/home-schools/${homeSchoolId}`}>{t('hours.back')}</Link>}
    >
      <Section title={t('hours.class.title')}>
        <p>{t('hours.class.what')}</p>
        <p>
          <Link to={`/home-schools/${homeSchoolId}/hours/class`}>{t('hours.class.open')}</Link>
        </p>
      </Section>
      <Section title={t('hours.form')}>
        <p>{t('hours.formWhat')}</p>
        <p className="actions">
          <a href={hoursForm(homeSchoolId, 'xlsx', i18n.language)} download>
            {t('hours.xlsx')}
          </a>
          <a href={hoursForm(homeSchoolId, 'csv', i18n.language)} download>
            {t('hours.csv')}
          </a>
        </p>
      </Section>
      <Section title={t('hours.send')}>
        <p>{t('hours.sendWhat')}</p>
        <FieldErrors problem={looking.error ?? sending.error} />
        <div className="actions">
          <Button
            variant={file ? 'default' : 'filled'}
            leftSection={<Icon name="upload" size={18} />}
            loading={looking.isPending}
            onClick={() => input.current?.click()}
          >
            {t(file ? 'hours.chooseOther' : 'hours.choose')}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,.txt,.tsv,.xlsx"
            aria-label={t('hours.choose')}
            onChange={({ currentTarget }) => {
              const chosen = currentTarget.files?.[0];
              if (chosen) void choose(chosen);
              currentTarget.value = '';
            }}
          />
        </div>
        {file && looking.data && (
          <HoursPreviewPart
            nothing={t('hours.nothing', { name: file.name })}
            preview={looking.data}
            isSending={sending.isPending}
            onSend={() => looking.data && sending.mutate(looking.data.fingerprint)}
          />
        )}
      </Section>
    </Page>
  );
}
