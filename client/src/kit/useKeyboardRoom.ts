import { useEffect } from 'react';

/** A keyboard on the screen takes more than any bar of a browser does. */
const leastKeyboard = 120;

/** Once page and sheet have their new height, whatever changes it gradually. */
const inTwoFrames = (act: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(act));

const isTyping = (): boolean => {
  const active = document.activeElement;
  return active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement;
};

/**
 * Keeps the place to write above the keyboard of a phone. Browsers that know `interactive-widget` shorten the page by
 * themselves; others lay the keyboard over it, and `--keyboard` says how high it is. `data-typing` takes the bar away meanwhile.
 * What has the focus when the keyboard comes is brought above it.
 */
export function useKeyboardRoom(): void {
  useEffect(() => {
    const { visualViewport: seen } = window;
    if (!seen) return;
    const root = document.documentElement;
    let known = 0;
    let [fullHeight, width] = [window.innerHeight, window.innerWidth];
    const measure = () => {
      if (window.innerWidth !== width || !isTyping()) [fullHeight, width] = [window.innerHeight, window.innerWidth];
      const covered = Math.max(0, window.innerHeight - seen.height - seen.offsetTop);
      // Somebody who has enlarged the page sees a part of it as well.
      const overlaid = seen.scale <= 1.05 && covered > leastKeyboard ? Math.round(covered) : 0;
      const hasGrown = overlaid > known;
      known = overlaid;
      const isOpen = isTyping() && (overlaid > 0 || fullHeight - window.innerHeight > leastKeyboard);
      root.style.setProperty('--keyboard', `${overlaid}px`);
      root.toggleAttribute('data-typing', isOpen);
      if (isOpen && hasGrown) inTwoFrames(() => document.activeElement?.scrollIntoView({ block: 'nearest' }));
    };
    const events = ['resize', 'scroll'] as const;
    for (const event of events) seen.addEventListener(event, measure);
    window.addEventListener('resize', measure);
    // It may have come while this part of the page was on its way.
    measure();
    return () => {
      for (const event of events) seen.removeEventListener(event, measure);
      window.removeEventListener('resize', measure);
      root.style.removeProperty('--keyboard');
      root.removeAttribute('data-typing');
    };
  }, []);
}
