// Runs before the first paint, so that nobody who chose dark is shown white. Kept apart: the server allows no inline scripts.
(() => {
  const root = document.documentElement;
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const scheme = stored('mantine-color-scheme-value');
  const dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.mantineColorScheme = dark ? 'dark' : 'light';
  root.dataset.density = stored('tutoria.density') === 'compact' ? 'compact' : 'comfortable';
  const language = stored('tutoria.language');
  if (language) root.lang = language;
})();
