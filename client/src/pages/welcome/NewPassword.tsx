import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface NewPasswordProps {
  readonly label?: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A password that somebody chooses: how long, and what makes a good one. */
export function NewPassword({ label, value, error, onChange }: NewPasswordProps) {
  const { t } = useTranslation('auth');
  return (
    <PasswordInput
      label={label ?? t('ui.newPassword')}
      description={t('ui.passwordRule')}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': t('ui.show'), tabIndex: 0 }}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
