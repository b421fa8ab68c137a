/**
 * Whether suites that take many minutes try everything. `npm test` runs a short form of each, `npm run test:long` the
 * whole.
 */
export const isLong = process.env.TUTORIA_LONG_TESTS !== undefined;
