import type { WriteScope } from '../host/scope.ts';

/** An answer to a mail, without quoted text and signature. */
export interface MailReply {
  /** The thing that was answered, as the notice named it. */
  readonly key: string;
  /** A UUID that is the same for every copy of this mail: fit for a client id. */
  readonly id: string;
  readonly text: string;
  /** Uploaded as the writer's own; to be attached by `filesApi`. */
  readonly fileIds: readonly string[];
}

/** What may be answered by mail, as its plugin declares it. */
export interface MailReplyOwner {
  /** `<plugin>.<thing>`. */
  readonly id: string;
  /**
   * Stores the answer as what its writer says; the scope is the writer's own. A `Problem` refuses it: the writer does not reach
   * the thing any more, or it is closed.
   */
  receive(scope: WriteScope, reply: MailReply): Promise<void>;
}
