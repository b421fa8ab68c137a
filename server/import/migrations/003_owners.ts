import type { Migration } from '../../host/plugin.ts';

/** Kinds whose keys begin with a person's. */
const ofPeople = ['person', 'student', 'role', 'guardianship', 'member', 'subgroup-member', 'windows'];

/** Whom what files said is about, so that it goes with them. */
export const importOwners: Migration = {
  name: '003_owners',
  async up(db, dialect) {
    await db.schema.alterTable('import_said', (t) => {
      t.text('person_key');
      t.text('other_key');
    });
    const part = (nth: 1 | 2): string =>
      dialect === 'postgres'
        ? `split_part(key, '|', ${nth})`
        : nth === 1
          ? `substr(key, 1, instr(key || '|', '|') - 1)`
          : `substr(key, instr(key, '|') + 1)`;
    await db('import_said')
      .whereIn('kind', ofPeople)
      .update({ personKey: db.raw(part(1)) });
    await db('import_said')
      .where({ kind: 'guardianship' })
      .update({ otherKey: db.raw(part(2)) });
    await db('import_said')
      .where({ kind: 'tutor' })
      .update({ personKey: db.raw(part(2)) });
  },
  async down(db) {
    await db.raw('alter table import_said drop column person_key');
    await db.raw('alter table import_said drop column other_key');
  },
};
