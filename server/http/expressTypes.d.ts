import 'express';

declare global {
  namespace Express {
    interface Request {
      /** Language of the signed-in person, once known. */
      language?: import('../host/language.ts').Language;
    }
  }
}
