import type { Plugin } from 'vite';

/** Colours of Mantine that nothing here uses; each would bring twenty variables in two schemes to every phone. */
const unused = 'pink|grape|violet|indigo|cyan|lime|yellow|orange';

const declarations = /[\\/]@mantine[\\/]core[\\/]styles[\\/]default-css-variables\.css$/;
const declared = new RegExp(`^\\s*--mantine-color-(?:${unused})-[\\w-]+:[^;]*;`, 'gm');
/** Used in a style, or named as the colour of a component. */
const used = new RegExp(`var\\(--mantine-color-(?:${unused})-|color:\\s*["'\`](?:${unused})["'\`]`);

/** Leaves the variables of unused colours out of the styles, and refuses to build when one of them is used all the same. */
export const withoutUnusedColours: Plugin = {
  name: 'tutoria-without-unused-colours',
  enforce: 'pre',
  transform(code, id) {
    return declarations.test(id) ? { code: code.replaceAll(declared, ''), map: null } : null;
  },
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      const text = file.type === 'chunk' ? file.code : String(file.source);
      const [found] = used.exec(text) ?? [];
      if (found) this.error(`${file.fileName} has ${found}: take the colour out of client/unusedColours.ts`);
    }
  },
};
