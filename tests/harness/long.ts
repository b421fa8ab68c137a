/** Required by `npm run test:long`: the suites that have a short form try everything then. */
process.env.TUTORIA_LONG_TESTS = '1';
