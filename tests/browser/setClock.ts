/**
 * A script for the browser, to run before anything else: its clock goes as fast as ever, but shows a time so many
 * milliseconds ahead. It is text because what compiles the tests adds to functions what browsers do not know.
 */
export const setClock = (ahead: number): string => `
window.Date = new Proxy(Date, {
  construct: (real, args) => (args.length > 0 ? new real(...args) : new real(real.now() + ${ahead})),
  get: (real, name) => (name === 'now' ? () => real.now() + ${ahead} : Reflect.get(real, name)),
});
`;
