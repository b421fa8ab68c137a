/** What the running parts need of a log; pino's logger fits. Details never hold payloads. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
