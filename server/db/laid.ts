/**
 * Rows laid ready in a table of the connection's own, from where one statement takes them to where they belong. Laying
 * them out takes no lock that others wait for; what others wait for is then much shorter.
 */
export class Laid {
  readonly from: string;
  readonly members: readonly string[];

  constructor(from: string, members: readonly string[]) {
    this.from = from;
    this.members = members;
  }
}

/** Rows as they are, or laid ready. */
export type Many = readonly object[] | Laid;
