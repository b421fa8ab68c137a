/** The titles of the suites made by `eachDatabase`; the reporter counts by them. */
export const databaseTitles = ['SQLite', 'PostgreSQL'] as const;
export type DatabaseTitle = (typeof databaseTitles)[number];
