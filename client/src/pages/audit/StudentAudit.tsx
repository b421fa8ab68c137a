import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditQuery } from '../../api/audit.ts';
import { type AuditKind, AuditLines } from './AuditLines.tsx';
import { KindChoice } from './KindChoice.tsx';

/** Who saw and who changed what of a student: for the coordinator, and for the family of their own. */
export function StudentAudit({ studentId }: { readonly studentId: string }) {
  const { t } = useTranslation('audit');
  const [kind, setKind] = useState<AuditKind>('seen');
  return (
    <div className="stack">
      <p className="quiet">{t('why')}</p>
      <KindChoice kind={kind} onChange={setKind} />
      <AuditLines kind={kind} found={useInfiniteQuery(auditQuery(studentId, kind))} />
    </div>
  );
}
