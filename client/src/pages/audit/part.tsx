import { lazily } from '../../lazily.ts';
import { defineClientPlugin } from '../../plugin.ts';

/** Who saw and changed what of a student. */
export const auditPart = defineClientPlugin({
  id: 'audit',
  studentTabs: [
    {
      id: 'audit',
      label: 'nav',
      order: 97,
      permission: 'audit.read',
      tab: lazily(async () => (await import('./StudentAudit.tsx')).StudentAudit, 'audit'),
    },
  ],
});
