import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A component that is downloaded when it is first shown: `lazily(async () => (await import('./Week.tsx')).Week)`. */
export const lazily = <P>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> =>
  lazy(async () => ({ default: await load() }));
