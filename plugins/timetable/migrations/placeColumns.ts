import type { Knex } from 'knex';
import { instant, localDate } from '../../../server/db/columns.ts';
import type { Dialect } from '../../../server/host/scope.ts';

/** Where and by whom a lesson is held; `before` is a prefix of the columns. */
export const placeColumns = (t: Knex.CreateTableBuilder, dialect: Dialect, before = ''): void => {
  localDate(t, `${before}held_on`);
  instant(t, `${before}starts_at`, dialect);
  instant(t, `${before}ends_at`, dialect);
  t.uuid(`${before}teacher_id`);
};
