/** As long as a letter, but no book; a frame of the socket holds it. */
export const longestText = 4000;
