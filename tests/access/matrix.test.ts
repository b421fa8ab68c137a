import { expect } from 'chai';
import { z } from 'zod';
import { anyone, definePermission, signedIn } from '../../server/access/permission.ts';
import { apiRef, definePlugin } from '../../server/host/plugin.ts';
import type { OwnedRoute } from '../../server/http/openapi.ts';
import { defineRead, defineWrite } from '../../server/http/route.ts';
import { eachApp, type TestApp } from '../harness/eachApp.ts';
import { adminOf, localActors, outsiders } from './actors.ts';
import { accessFaults, type Cast } from './matrix.ts';
import { makeWorld } from './world.ts';

async function castOf(test: TestApp): Promise<Cast> {
  const world = await makeWorld(test);
  return {
    world,
    locals: await localActors(test, world.here),
    outsiders: await outsiders(test),
    admin: await adminOf(test),
  };
}

async function faultsOf(routes: readonly OwnedRoute[], cast: Cast): Promise<string[]> {
  const faults: string[] = [];
  for (const owned of routes)
    faults.push(
      ...(await accessFaults(owned, cast)).map((fault) => `${owned.plugin} ${owned.route.operationId} ${fault}`),
    );
  return faults;
}

eachApp('Access, of every role to every route,', (start) => {
  it('is refused to visitors, to those without the right, and to those of another school', async function () {
    this.timeout(120_000);
    const test = await start();
    const cast = await castOf(test);
    expect(await faultsOf(test.app.routes, cast)).to.deep.equal([]);
  });
});

const tutors = definePermission('leak.read', ['tutor']);

/** A plugin with the mistakes that the matrix is there for. */
const leak = definePlugin({
  ref: apiRef('leak'),
  home: new URL('./', import.meta.url),
  start: () => ({
    api: null,
    routes: [
      defineRead({
        path: '/leak/open',
        operationId: 'leakOpen',
        summary: 'Serves visitors.',
        permission: anyone,
        output: z.object({}),
        handle: async () => ({}),
      }),
      defineRead({
        path: '/leak/people',
        operationId: 'leakPeople',
        summary: 'Names everybody to everybody.',
        permission: signedIn,
        output: z.object({ items: z.array(z.object({ familyName: z.string() })) }),
        handle: async ({ db }) => ({ items: await db('people_person').select('familyName') }),
      }),
      defineRead({
        path: '/leak/groups/:groupId',
        operationId: 'leakGroup',
        summary: 'Asks for the right, but not for the group.',
        permission: tutors,
        params: z.strictObject({ groupId: z.uuid() }),
        output: z.object({ id: z.uuid() }),
        handle: async (_scope, { params }) => ({ id: params.groupId }),
      }),
      defineWrite({
        method: 'post',
        path: '/leak/students',
        operationId: 'leakStudent',
        summary: 'Takes a student by the body, unasked.',
        permission: tutors,
        body: z.strictObject({ studentId: z.uuid() }),
        output: z.object({}),
        handle: async () => ({}),
      }),
      defineRead({
        path: '/leak/:thingId',
        operationId: 'leakThing',
        summary: 'Names a thing that the matrix does not know.',
        permission: signedIn,
        params: z.strictObject({ thingId: z.uuid() }),
        output: z.object({}),
        handle: async () => ({}),
      }),
    ],
  }),
});

eachApp('The matrix of access', (start) => {
  it('tells of routes that leak', async () => {
    const test = await start({ catalog: [leak] });
    const cast = await castOf(test);
    const routes = test.app.routes.filter(({ plugin }) => plugin === 'leak');
    const faults = await faultsOf(routes, cast);
    expect(faults).to.include.members([
      'leak leakOpen serves visitors without being meant to',
      'leak leakPeople tells a student of Thereby, of another school',
      'leak leakGroup answers 200 to a tutor of another school',
      'leak leakStudent answers 200 to a tutor of another school',
      'leak leakThing the matrix does not know what thingId names: add it to tests/access/targets.ts',
    ]);
    expect(faults.filter((fault) => /leakGroup|leakStudent/.test(fault))).to.have.lengthOf(2);
  });
});
