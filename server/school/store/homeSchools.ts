import type { Knex } from 'knex';
import type { HomeSchool } from '../views.ts';

const columns = ['id', 'externalId', 'name', 'zone', 'adultAge', 'revision'] as const;

export const homeSchools = (db: Knex): Promise<HomeSchool[]> =>
  db('school_home_school').orderBy(['name', 'id']).select<HomeSchool[]>(columns);

export const homeSchoolById = (db: Knex, id: string): Promise<HomeSchool | undefined> =>
  db('school_home_school').where({ id }).first<HomeSchool | undefined>(columns);
