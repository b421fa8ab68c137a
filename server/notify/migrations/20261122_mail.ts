import { instant } from '../../db/columns.ts';
import type { Migration } from '../../host/plugin.ts';

/** When an unread notice goes out by mail; empty when it has gone, or is not to. */
export const noticeMail: Migration = {
  name: '20261122_mail',
  async up(db, dialect) {
    await db.schema.alterTable('notify_notice', (t) => {
      instant(t, 'mail_due_at', dialect).nullable();
      t.index('mail_due_at', 'notify_notice_mail_due_at_index');
    });
  },
  async down(db) {
    await db.schema.alterTable('notify_notice', (t) => {
      t.dropIndex('mail_due_at', 'notify_notice_mail_due_at_index');
      t.dropColumn('mail_due_at');
    });
  },
};
