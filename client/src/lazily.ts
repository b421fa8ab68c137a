import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { addPageTexts } from './i18n/i18n.ts';
import { renewOr } from './newBuild.ts';

/**
 * A component that is downloaded when it is first shown: `lazily(async () => (await import('./Week.tsx')).Week)`. `texts`
 * name what comes with it, so that the first visit does not wait for it: folders below `pages`, or below `client` of a plugin, and
 * parts of the texts of a module: `timetable/bench` is `plugins/timetable/locales/bench`. A guard tells when one is forgotten.
 */
export const lazily = <P>(
  load: () => Promise<ComponentType<P>>,
  ...texts: readonly string[]
): LazyExoticComponent<ComponentType<P>> =>
  lazy(async () => {
    const [component] = await Promise.all([load(), ...texts.map(addPageTexts)]).catch(renewOr);
    return { default: component };
  });
