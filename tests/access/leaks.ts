import { z } from 'zod';
import { anyone, definePermission, signedIn } from '../../server/access/permission.ts';
import { apiRef, definePlugin } from '../../server/host/plugin.ts';
import { defineRead, defineWrite } from '../../server/http/route.ts';

const tutors = definePermission('leak.read', ['tutor']);

/** A plugin with the mistakes that the matrix is there for. */
export const leak = definePlugin({
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
        path: '/leak/members/:groupId',
        operationId: 'leakField',
        summary: 'Lists the members of a group with one field too many.',
        permission: signedIn,
        params: z.strictObject({ groupId: z.uuid() }),
        output: z.object({ items: z.array(z.object({ email: z.string().nullable() })) }),
        handle: async ({ db }, { params }) => ({
          items: await db('people_person')
            .join('school_group_member', 'school_group_member.personId', 'people_person.id')
            .where('school_group_member.groupId', params.groupId)
            .select('people_person.email'),
        }),
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

/** Asks for no group at all, under the name of a route that must; and has a route that is in no row. */
export const forgetful = definePlugin({
  ref: apiRef('forgetful'),
  home: new URL('./', import.meta.url),
  start: () => ({
    api: null,
    routes: [
      defineRead({
        path: '/forgetful/groups/:groupId',
        operationId: 'showGroupWeek',
        summary: 'Shows any group.',
        permission: signedIn,
        params: z.strictObject({ groupId: z.uuid() }),
        output: z.object({}),
        handle: async () => ({}),
      }),
      defineRead({
        path: '/forgetful/nothing',
        operationId: 'forgottenRoute',
        summary: 'Is new.',
        permission: signedIn,
        output: z.object({}),
        handle: async () => ({}),
      }),
    ],
  }),
});
