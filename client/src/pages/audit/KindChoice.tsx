import { useTranslation } from 'react-i18next';
import { Choice } from '../../kit/Choice.tsx';
import type { AuditKind } from './AuditLines.tsx';

interface KindChoiceProps {
  readonly kind: AuditKind;
  readonly onChange: (kind: AuditKind) => void;
}

/** What was seen, or what was changed. */
export function KindChoice({ kind, onChange }: KindChoiceProps) {
  const { t } = useTranslation('audit');
  return (
    <Choice
      legend={t('nav')}
      legendHidden
      value={kind}
      onChange={onChange}
      options={(['seen', 'changed'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
    />
  );
}
