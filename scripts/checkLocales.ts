import { checkLocales } from './guards/locales.ts';
import { checkPartTexts } from './guards/partTexts.ts';

const wrong = [...checkLocales(process.cwd()), ...checkPartTexts(process.cwd())];
for (const line of wrong) console.error(line);
console.log(`${wrong.length} faults in the texts`);
if (wrong.length > 0) process.exitCode = 1;
