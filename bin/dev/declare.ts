/** Writes the type declarations of the library beside its bundle: `dist/types`, as `exports` of package.json names them. */
import { fileURLToPath } from 'node:url';
import { writeDeclarations } from './api/declarations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
writeDeclarations(root, `${root}/dist`);
