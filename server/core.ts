import type { Logger } from 'pino';
import { createAuditModule } from './audit/plugin.ts';
import { createAuthModule } from './auth/plugin.ts';
import { calendarModule } from './calendar/plugin.ts';
import type { Config } from './config.ts';
import { contactsModule } from './contacts/plugin.ts';
import { createDocumentsModule } from './documents/plugin.ts';
import { createEventsModule } from './events/plugin.ts';
import { createFilesModule } from './files/plugin.ts';
import { guardianshipModule } from './guardianship/plugin.ts';
import { guidesModule } from './guides/plugin.ts';
import { helpModule } from './help/plugin.ts';
import type { Installation } from './host/installation.ts';
import type { Plugin } from './host/plugin.ts';
import { httpModule } from './http/plugin.ts';
import { createImportModule } from './import/plugin.ts';
import { introductionsModule } from './introductions/plugin.ts';
import { jobsModule } from './jobs/plugin.ts';
import { createLinksModule } from './links/plugin.ts';
import { createMailModule } from './mail/plugin.ts';
import { createNotifyModule } from './notify/plugin.ts';
import { peopleModule } from './people/plugin.ts';
import { createPrivacyModule } from './privacy/plugin.ts';
import { createProgressModule } from './progress/plugin.ts';
import { createRoomsModule } from './rooms/plugin.ts';
import { schoolModule } from './school/plugin.ts';
import { searchModule } from './search/plugin.ts';
import { yearModule } from './year/plugin.ts';

export interface CoreParts {
  readonly config: Config;
  readonly log: Logger;
  /** Known only when everything has started; asked for while requests are answered. */
  installation(): Installation;
}

/** The modules that every installation has; shaped like plugins, started before them. */
export const coreModules = ({ config, log, installation }: CoreParts): readonly Plugin<unknown>[] => [
  httpModule,
  createEventsModule(() => installation().reactions),
  createAuditModule(installation),
  jobsModule,
  createMailModule({ config, installation }),
  createLinksModule({ config, installation }),
  createDocumentsModule(installation),
  createNotifyModule({ config, installation }),
  createFilesModule({ config, installation }),
  guidesModule,
  peopleModule,
  schoolModule,
  helpModule,
  calendarModule,
  searchModule,
  createProgressModule(installation),
  createRoomsModule({ config, log }),
  contactsModule,
  guardianshipModule,
  introductionsModule,
  createImportModule(installation),
  createAuthModule({ config, installation }),
  yearModule,
  createPrivacyModule({ config, installation }),
];
