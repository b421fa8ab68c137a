import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { departToProvider, unlinkProvider } from '../../api/account.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Section } from '../../kit/Section.tsx';

interface ProviderSectionProps {
  readonly label: string;
  readonly isLinked: boolean;
}

/** The school's own account, as another way in. */
export function ProviderSection({ label, isLinked }: ProviderSectionProps) {
  const { t } = useTranslation('auth');
  const linking = useWrite(() => departToProvider('link'));
  const unlinking = useWrite(() => unlinkProvider(), { refreshes: [['account']] });
  const acting = isLinked ? unlinking : linking;
  return (
    <Section title={t('ui.provider.title', { label })}>
      <p>{t(isLinked ? 'ui.provider.isLinked' : 'ui.provider.isNot', { label })}</p>
      <FieldErrors problem={acting.error} />
      <div className="actions">
        <Button variant="default" loading={acting.isPending} onClick={() => acting.mutate(undefined)}>
          {t(isLinked ? 'ui.provider.unlink' : 'ui.provider.link')}
        </Button>
      </div>
    </Section>
  );
}
