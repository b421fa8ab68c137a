/** The push services of the browsers, and what lies below them. */
const known = ['fcm.googleapis.com', 'push.services.mozilla.com', 'notify.windows.com', 'push.apple.com'];

/**
 * Whether an address belongs to a push service. Browsers name the address, so without this anybody could make the server send
 * requests anywhere. `more`: origins of the configuration.
 */
export function isPushService(endpoint: string, more: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { origin, protocol, hostname, username, port } = new URL(endpoint);
  if (more.includes(origin)) return true;
  const isKnown = known.some((service) => hostname === service || hostname.endsWith(`.${service}`));
  return protocol === 'https:' && username === '' && port === '' && isKnown;
}
