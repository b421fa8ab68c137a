import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { system } from '../../access/actor.ts';
import { calendarApi } from '../../calendar/api.ts';
import { schoolApi } from '../../school/api.ts';
import { type ImportFile, importApi, type Plan } from '../api.ts';
import { filesOf, goodLines, goodSchool } from './goodSchool.ts';

eachApp('Import', (start) => {
  let test: TestApp;
  beforeEach(async () => {
    test = await start();
  });

  const imported = (files: readonly ImportFile[]): Promise<Plan> =>
    test.app.scopes.inWrite(system, (scope) => test.app.api(importApi).importFiles(scope, files));
  const planned = (files: readonly ImportFile[]): Promise<Plan> =>
    test.app.scopes.inRead(system, (scope) => test.app.api(importApi).plan(scope, files));
  const count = async (table: string): Promise<number> => {
    const rows: unknown[] = await test.app.database.reader(table).select('*');
    return rows.length;
  };
  const idOf = async (externalId: string): Promise<string> => {
    const row = await test.app.database.reader('people_person').where({ externalId }).first<{ id: string }>('id');
    return row.id;
  };

  it('brings a whole school in', async () => {
    await imported(goodSchool());
    expect(await count('people_person')).to.equal(9);
    expect(await count('people_student')).to.equal(3);
    expect(await count('people_guardianship')).to.equal(3);
    expect(await count('people_device')).to.equal(1);
    expect(await count('people_role')).to.equal(6);
    expect(await count('school_group_member')).to.equal(4);
    expect(await count('school_subgroup_member')).to.equal(3);
    expect(await count('school_grid_place')).to.equal(19);
    expect(await count('school_course')).to.equal(4);
    expect(await count('school_term')).to.equal(2);
    expect(await count('school_holiday')).to.equal(2);
    const [ann] = await test.app.api(calendarApi).timesOf(test.app.database.reader, [await idOf('ann')]);
    expect(ann?.availability.weekly).to.have.length(6);
  });

  it('changes nothing when the same files come again', async () => {
    await imported(goodSchool());
    expect((await planned(goodSchool())).changes).to.deep.equal([]);
    expect((await imported(goodSchool())).changes).to.deep.equal([]);
    expect(await count('people_person')).to.equal(9);
  });

  it('changes only what the files changed, and keeps what was changed by hand', async () => {
    await imported(goodSchool());
    const ann = await idOf('ann');
    await test.app.database.write((trx) => trx('people_person').where({ id: ann }).update({ familyName: 'Byhandova' }));
    const lines = goodLines();
    lines['students.csv'] = [
      'id,given_name,family_name,language,zone,internet,device,home_school,grade,group,subgroup',
      'ann,Anna,Antonova,ru,Europe/Moscow,good,tablet,north,8,7b,',
    ];
    const plan = await imported(filesOf(lines));
    expect(plan.changes.map(({ kind, key, action, fields }) => ({ kind, key, action, fields }))).to.deep.equal([
      { kind: 'person', key: 'ann', action: 'change', fields: { givenName: 'Anna' } },
      { kind: 'student', key: 'ann', action: 'change', fields: { grade: 8 } },
      { kind: 'member', key: 'ann|7a', action: 'remove', fields: {} },
      { kind: 'member', key: 'ann|7b', action: 'add', fields: {} },
      { kind: 'subgroup-member', key: 'ann|7a|White', action: 'remove', fields: {} },
    ]);
    const [group] = await test.app.scopes.inRead(system, (scope) =>
      test.app.api(schoolApi).groupsOfStudent(scope, ann),
    );
    expect(group?.name).to.equal('7 B');
    expect((await planned(filesOf(lines))).changes).to.deep.equal([]);
  });

  it('moves terms past each other and replaces grids', async () => {
    await imported(goodSchool());
    const lines = goodLines();
    lines['terms.csv'] = ['name,starts_on,ends_on', 'Autumn,2026-12-26,2027-01-20', 'Spring,2027-01-21,2027-06-30'];
    lines['groups.csv'] = [
      'id,name,grade,zone,days,hours,minutes,tutor',
      '7a,7 A,7,Europe/Moscow,1-5,09:30|10:40,60,max',
      '7b,7 B,7,Europe/Moscow,mon|wed,10:00|11:00,45,max',
    ];
    await imported(filesOf(lines));
    expect(await count('school_grid_place')).to.equal(14);
    expect((await planned(filesOf(lines))).changes).to.deep.equal([]);
  });
});
