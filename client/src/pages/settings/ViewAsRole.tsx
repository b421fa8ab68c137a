import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { viewAs } from '../../api/account.ts';
import { useMay } from '../../api/session.ts';
import { useWrite } from '../../api/useWrite.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { Section } from '../../kit/Section.tsx';

const roles = ['tutor', 'student', 'guardian', 'teacher', 'lead-tutor', 'coordinator', 'head', 'psychologist'] as const;

/** For administrators: what somebody with a role sees, in a school without anybody in it. */
export function ViewAsRole() {
  const { t } = useTranslation('auth');
  const may = useMay('auth.view-as');
  const [role, setRole] = useState<string>('tutor');
  const showing = useWrite(() => viewAs(role), { onDone: () => window.location.assign('/') });
  if (!may) return null;
  return (
    <Section title={t('ui.viewAs.title')}>
      <p className="quiet">{t('ui.viewAs.what')}</p>
      <FieldErrors problem={showing.error} />
      <NativeSelect
        label={t('ui.viewAs.role')}
        data={roles.map((value) => ({ value, label: t(`client:roles.${value}`) }))}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value)}
      />
      <div className="actions">
        <Button variant="default" loading={showing.isPending} onClick={() => showing.mutate(undefined)}>
          {t('ui.viewAs.show')}
        </Button>
      </div>
    </Section>
  );
}
