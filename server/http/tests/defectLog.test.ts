import { expect } from 'chai';
import { z } from 'zod';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { signedIn } from '../../access/permission.ts';
import { apiRef, definePlugin } from '../../host/plugin.ts';
import { createLog } from '../../log.ts';
import { defineWrite } from '../route.ts';

/** A plugin whose write breaks a rule of the database. */
const clumsy = definePlugin({
  ref: apiRef('clumsy'),
  home: new URL('./', import.meta.url),
  start: () => ({
    api: null,
    routes: [
      defineWrite({
        method: 'post',
        path: '/clumsy',
        operationId: 'beClumsy',
        summary: 'Stores half a person.',
        permission: signedIn,
        body: z.strictObject({ givenName: z.string() }),
        output: z.object({}),
        handle: async ({ db, newId }, { body }) => {
          await db('people_person').insert({ id: newId(), ...body });
          return {};
        },
      }),
    ],
  }),
});

eachApp('The log of a defect', (start) => {
  it('says where it happened, and nothing of what was to be stored', async () => {
    const lines: string[] = [];
    const log = createLog({ logLevel: 'debug', mode: 'production' }, { write: (line) => void lines.push(line) });
    const { school, signIn } = await start({ catalog: [clumsy], log });
    const person = await signIn(await school.person());
    const { text } = await person.post('/api/clumsy').send({ givenName: 'Canaryname' }).expect(500);
    expect(lines).to.have.length(1);
    const { msg, path, err } = JSON.parse(lines[0] ?? '');
    expect({ msg, path }).to.deep.equal({ msg: 'A request failed', path: '/clumsy' });
    expect(err.code).to.match(/SQLITE_CONSTRAINT_NOTNULL|23502/);
    expect(err.frames).not.to.deep.equal([]);
    expect(lines.join('') + text).not.to.match(/canary|givenName|given_name/i);
  });
});
