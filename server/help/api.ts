import { apiRef } from '../host/plugin.ts';
import type { WriteScope } from '../host/scope.ts';
import type { Kind } from './domain/request.ts';

/** A question that came up somewhere in the product: about a letter, a guide, a page. */
export interface HelpAsked {
  readonly kind: Kind;
  readonly question: string;
  /** The student it is about; the caller has reached the student for the asker. */
  readonly studentId?: string;
  /** Where it came up: its title in the asker's words, and a path of the client. */
  readonly origin?: { readonly title: string; readonly link: `/${string}` };
}

export interface HelpApi {
  /** The acting person asks. It gets an owner, who is told, and a day until which it is to be answered. Returns its id. */
  ask(scope: WriteScope, asked: HelpAsked): Promise<string>;
}

export const helpApi = apiRef<HelpApi>('help');
