const newForDays = 60;

/** What is older than this is not counted as unread: somebody new is not met by years of talk. */
export const newSince = (now: Date): Date => new Date(now.getTime() - newForDays * 86_400_000);
