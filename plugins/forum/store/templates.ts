import type { Knex } from 'knex';
import type { LetterTexts } from '../domain/letterTexts.ts';

export interface TemplateRow {
  readonly id: string;
  readonly revision: number;
  readonly textsJson: LetterTexts;
  readonly savedById: string | null;
  readonly savedAt: Date;
}

const columns = {
  id: 'template.id',
  revision: 'version.revision',
  textsJson: 'version.textsJson',
  savedById: 'version.savedById',
  savedAt: 'version.savedAt',
};

const versions = (db: Knex): Knex.QueryBuilder =>
  db('forum_template as template')
    .join('forum_template_version as version', 'version.templateId', 'template.id')
    .whereNull('template.retiredAt')
    .select(columns);

/** The latest version of each template that is in use, the one saved last first. */
export const templatesNow = (db: Knex, limit: number): Promise<TemplateRow[]> =>
  versions(db)
    .where(
      'version.revision',
      db('forum_template_version as other').where('other.templateId', db.ref('template.id')).max('other.revision'),
    )
    .orderBy([
      { column: 'version.savedAt', order: 'desc' },
      { column: 'template.id', order: 'desc' },
    ])
    .limit(limit);

/** All versions of a template that is in use, newest first. */
export const versionsOf = (db: Knex, id: string, limit: number): Promise<TemplateRow[]> =>
  versions(db).where('template.id', id).orderBy('version.revision', 'desc').limit(limit);

export const insertTemplate = (
  trx: Knex.Transaction,
  template: { readonly id: string; readonly madeById: string; readonly madeAt: Date },
): Promise<unknown> => trx('forum_template').insert(template);

export const insertVersion = (trx: Knex.Transaction, { id, textsJson, ...version }: TemplateRow): Promise<unknown> =>
  trx('forum_template_version').insert({ ...version, templateId: id, textsJson: JSON.stringify(textsJson) });

export const retireTemplate = (trx: Knex.Transaction, id: string, retiredAt: Date): Promise<number> =>
  trx('forum_template').where({ id, retiredAt: null }).update({ retiredAt });
