import { checkDependencies } from './guards/dependencies.ts';

const { modules, violations } = await checkDependencies(process.cwd());
for (const violation of violations) console.error(violation);
console.log(`${modules} modules, ${violations.length} forbidden imports`);
if (modules === 0 || violations.length > 0) process.exitCode = 1;
