import type { Route } from '../../http/route.ts';
import type { PeopleApi } from '../../people/api.ts';
import type { ReadinessCheck } from '../api.ts';
import { courseRoutes } from './courses.ts';
import { groupRoutes } from './groups.ts';
import { holidayRoutes } from './holidays.ts';
import { homeSchoolRoutes } from './homeSchools.ts';
import { memberRoutes } from './members.ts';
import { subgroupRoutes } from './subgroups.ts';
import { subjectRoutes } from './subjects.ts';
import { termRoutes } from './terms.ts';
import { tutorRoutes } from './tutors.ts';
import { historyRoutes, yearRoutes } from './year.ts';

export const schoolRoutes = (people: PeopleApi, checks: readonly ReadinessCheck[]): readonly Route[] => [
  ...homeSchoolRoutes,
  ...subjectRoutes,
  ...groupRoutes(people, checks),
  ...memberRoutes(people),
  ...subgroupRoutes(people),
  ...tutorRoutes(people),
  ...courseRoutes(people),
  ...termRoutes,
  ...holidayRoutes,
  ...yearRoutes(people),
  ...historyRoutes(people),
];
