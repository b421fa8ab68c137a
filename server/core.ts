import { auditModule } from './audit/plugin.ts';
import { createAuthModule } from './auth/plugin.ts';
import type { Installation } from './auth/sessionView.ts';
import { createEventsModule } from './events/plugin.ts';
import type { ReactionIndex } from './events/reactionIndex.ts';
import type { Plugin } from './host/plugin.ts';
import { httpModule } from './http/plugin.ts';
import { jobsModule } from './jobs/plugin.ts';
import { notifyModule } from './notify/plugin.ts';
import { peopleModule } from './people/plugin.ts';
import { schoolModule } from './school/plugin.ts';

/** What the core's modules learn only when everything has started. */
export interface LateParts {
  reactions(): ReactionIndex;
  installation(): Installation;
}

/** The modules that every installation has; shaped like plugins, started before them. */
export const coreModules = (late: LateParts): readonly Plugin<unknown>[] => [
  httpModule,
  createEventsModule(late.reactions),
  auditModule,
  jobsModule,
  notifyModule,
  peopleModule,
  schoolModule,
  createAuthModule(late.installation),
];
