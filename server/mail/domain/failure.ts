/** What a mail server's answer means: ask again later, never ask again, or the server itself could not be reached. */
export type Failure = 'later' | 'refused' | 'unreachable';

/** What is known of a failed attempt: the SMTP reply code, if the server gave one, and the library's own code. */
export interface Failed {
  readonly reply: number | undefined;
  readonly code: string;
}

/**
 * RFC 5321, 4.2.1: replies of the form 5yz are final. A server that refuses to talk to us at all (sign-in, no TLS) says
 * nothing about the address, so that is tried again.
 */
export function kindOfFailure({ reply, code }: Failed): Failure {
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return reply !== undefined && reply >= 500 ? 'refused' : 'later';
  return 'unreachable';
}
