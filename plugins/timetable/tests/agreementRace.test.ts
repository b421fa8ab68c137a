import { expect } from 'chai';
import { actorOfPerson } from '../../../server/access/loadActor.ts';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { coordinatedSchool } from './coordinatedSchool.ts';

eachApp('A home school that objects in the very moment in which its silence would agree', (start) => {
  /** The day after the last one on which the home school might have answered. */
  async function silent(test: TestApp) {
    const it = await coordinatedSchool(test);
    await it.as.tutor.post(it.agreements).send({ answerByOn: '2026-09-04' }).expect(200);
    const [{ id }] = (await it.as.coordinator.get('/api/timetable/agreements').expect(200)).body.items;
    test.clock.advance({ days: 4 });
    return {
      ...it,
      agreementId: id as string,
      input: { groupId: it.group.id, courseId: null, nth: null, reason: 'No' },
    };
  }

  it('is either heard, and nothing is published, or comes too late', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const { as, agreementId, input, tryToPublish } = await silent(test);
    const [objection, publication] = await Promise.all([
      as.coordinator.post(`/api/timetable/agreements/${agreementId}/objections`).send(input),
      tryToPublish(),
    ]);
    expect(`${objection.status} ${publication.status}`).to.be.oneOf(['201 409', '409 202']);
    if (publication.status === 409) expect(publication.body.type).to.match(/agreement-missing$/);
    else expect(objection.body.type).to.match(/draft-ended$/);
  });

  it('is waited for by a publication that begins before the objection is stored', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const { agreementId, input, tryToPublish, coordinator } = await silent(test);
    const { app } = test;
    const whose = { db: app.database.reader, personId: coordinator.id, sessionId: '', now: app.clock() };
    const actor = await actorOfPerson(whose, app.grantSources);
    const objecting = app.routes.find(({ route }) => route.operationId === 'objectToDraft')?.route;
    if (!actor || !objecting || objecting.session || objecting.reads) throw new Error('Nobody can object here');
    let store: () => void = () => undefined;
    const wanted = new Promise<void>((resolve) => {
      store = resolve;
    });
    let publishing: ReturnType<typeof tryToPublish> | undefined;
    await app.scopes.inWrite(actor, async (scope) => {
      await objecting.handle(scope, { params: { agreementId }, query: {}, body: input, ifMatch: 0 }, undefined);
      publishing = tryToPublish();
      // Until the publication has been asked for; its transaction waits for this one.
      setTimeout(store, 300);
      await wanted;
    });
    const publication = await publishing;
    expect(publication?.status).to.equal(409);
    expect(publication?.body.type).to.match(/agreement-missing$/);
  });
});
