/** Programs and texts, the same for everybody. */
export const assetsCache = 'tutoria-assets';
