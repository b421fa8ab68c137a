import { v7 } from 'uuid';
import { type Actor, system } from '../../access/actor.ts';
import type { Grant } from '../../access/roles.ts';
import type { Database } from '../../db/database.ts';
import { loadPlugins } from '../../host/load.ts';
import { createScopes, type Scopes } from '../../host/scopes.ts';
import { type NewPerson, type PeopleApi, peopleApi } from '../../people/api.ts';
import { peopleModule } from '../../people/plugin.ts';
import { type SchoolApi, schoolApi } from '../api.ts';
import { schoolModule } from '../plugin.ts';

export const modules = [peopleModule, schoolModule];

/** The moment of all tests here. */
export const now = new Date('2026-10-05T09:00:00Z');

/** The two modules started over one database, with the events that commands emitted. */
export interface World {
  readonly database: Database;
  readonly scopes: Scopes;
  readonly people: PeopleApi;
  readonly school: SchoolApi;
  readonly events: { readonly name: string; readonly payload: unknown }[];
  /** The person as actor, with the grants that the database gives today. */
  actor(personId: string): Promise<Actor>;
  person(overrides?: Partial<NewPerson>): Promise<string>;
}

export function startWorld(database: Database): World {
  const loaded = loadPlugins(modules);
  const apiOf = (plugin: string): unknown => loaded.find((one) => one.plugin.ref.plugin === plugin)?.parts.api;
  const events: World['events'] = [];
  const scopes = createScopes({
    database,
    clock: () => now,
    newId: () => v7(),
    beforeCommit: async (_, aftermath) => {
      events.push(...aftermath.events.map(({ kind, payload }) => ({ name: kind.name, payload })));
    },
    afterCommit: () => undefined,
  });
  const people = apiOf(peopleApi.plugin) as PeopleApi;
  return {
    database,
    scopes,
    people,
    school: apiOf(schoolApi.plugin) as SchoolApi,
    events,
    actor: async (personId) => {
      const grants: Grant[] = [];
      for (const { parts } of loaded)
        grants.push(...((await parts.grantsOf?.(database.reader, [personId], now))?.get(personId) ?? []));
      return { kind: 'person', personId, sessionId: 'session', language: 'en', zone: 'UTC', grants };
    },
    person: (overrides = {}) => scopes.inWrite(system, (scope) => people.createPerson(scope, aPerson(overrides))),
  };
}

let people = 0;

/** A valid new person. */
export const aPerson = (overrides: Partial<NewPerson> = {}): NewPerson => ({
  externalId: null,
  givenName: 'Ana',
  familyName: `Person ${++people}`,
  middleName: null,
  language: 'en',
  zone: 'Europe/Madrid',
  internet: 'good',
  email: null,
  phone: null,
  sharesDeviceWith: null,
  student: null,
  guardianOf: [],
  ...overrides,
});
