export type Density = 'comfortable' | 'compact';

const storageKey = 'tutoria.density';

export const currentDensity = (): Density =>
  document.documentElement.dataset.density === 'compact' ? 'compact' : 'comfortable';

/** Rows closer together, for desk work. Kept on this device. */
export function setDensity(density: Density): void {
  document.documentElement.dataset.density = density;
  try {
    localStorage.setItem(storageKey, density);
  } catch {
    // Lasts until the page is closed.
  }
}
