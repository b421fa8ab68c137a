import { lazily } from '../../lazily.ts';
import { defineClientPlugin } from '../../plugin.ts';

/** Who saw and changed what. */
export const auditPart = defineClientPlugin({
  id: 'audit',
  pages: [
    {
      path: '/audit',
      page: lazily(async () => (await import('./AuditPage.tsx')).AuditPage, 'audit', 'client/people'),
      navigation: { label: 'nav', icon: 'lock', permission: 'audit.oversee', order: 86 },
    },
  ],
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
