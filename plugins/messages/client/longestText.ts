/** The most that the server takes. */
export const longestText = 4000;
