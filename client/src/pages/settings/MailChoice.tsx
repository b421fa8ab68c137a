import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { chooseMail, myMailQuery } from '../../api/mail.ts';
import { useWrite } from '../../api/useWrite.ts';
import { Choice } from '../../kit/Choice.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';

/** How often notices come by mail; nothing where the server sends no mail. */
export function MailChoice() {
  const { t } = useTranslation('mail');
  const { data } = useQuery(myMailQuery);
  const choosing = useWrite(chooseMail, { refreshes: [['mail']], onDone: () => showToast(t('ui.saved')) });
  if (!data?.isOn) return null;
  return (
    <Section title={t('ui.title')}>
      {choosing.error && <ProblemView problem={choosing.error} />}
      <p className="quiet">{data.address ? t('ui.goesTo', { address: data.address }) : t('ui.noAddress')}</p>
      <Choice
        legend={t('ui.howOften')}
        options={(['soon', 'daily', 'never'] as const).map((value) => ({ value, label: t(`ui.choices.${value}`) }))}
        value={choosing.isPending ? choosing.variables : data.notices}
        onChange={(notices) => choosing.mutate(notices)}
      />
    </Section>
  );
}
