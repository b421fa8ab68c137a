declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string;
  }
  export function newStemmer(language: 'russian' | 'spanish' | 'english'): Stemmer;
}
