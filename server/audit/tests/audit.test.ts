import { expect } from 'chai';
import { eachDatabase } from '../../../tests/harness/eachDatabase.ts';
import { nobody } from '../../access/actor.ts';
import { createEventsModule } from '../../events/plugin.ts';
import { indexReactions } from '../../events/reactionIndex.ts';
import { miniature } from '../../events/tests/miniature.ts';
import type { AuditApi, AuditedAct } from '../api.ts';
import { createAuditModule } from '../plugin.ts';

const refuse = (): never => {
  throw new Error('Audit asks for no other api');
};
const auditModule = createAuditModule(refuse);
const modules = [createEventsModule(() => indexReactions([])), auditModule];
const anna = '01990000-0000-7000-8000-00000000000a';
const act: AuditedAct = {
  act: 'people.role-given',
  aboutPersonId: anna,
  entity: 'people.role',
  entityId: 'tutor',
  detail: { fields: ['role'] },
};

const audit: AuditApi = auditModule.start({ api: refuse, apiIfPresent: refuse }).api;

eachDatabase('The audit', (open) => {
  it('keeps who did what, when, about whom', async () => {
    const mini = miniature({ database: await open(modules) });
    await mini.scopes.inWrite({ ...nobody('en'), kind: 'person', personId: anna }, (scope) => audit.record(scope, act));
    await mini.inWrite((scope) => audit.record(scope, { act: 'jobs.begun', entity: 'jobs.job', entityId: '1' }));
    const rows: { actorId: string | null }[] = await mini.database.reader('audit_entry').orderBy('act');
    const [byNobody, byAnna] = rows;
    expect(byAnna).to.deep.include({ actorId: anna, aboutPersonId: anna, detailJson: { fields: ['role'] } });
    expect(byAnna).to.deep.include({ happenedAt: mini.clock(), entity: 'people.role', entityId: 'tutor' });
    expect(byNobody).to.deep.include({ actorId: null, aboutPersonId: null, detailJson: null });
  });

  it('keeps nothing of what did not happen', async () => {
    const mini = miniature({ database: await open(modules) });
    const failing = mini.inWrite(async (scope) => {
      await audit.record(scope, act);
      throw new Error('changed my mind');
    });
    await failing.catch(() => undefined);
    expect(await mini.database.reader('audit_entry')).to.deep.equal([]);
  });
});
