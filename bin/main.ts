import { VERSION } from '../src/model/version.ts';

// Answered before anything else is loaded; the rest of the command line costs several times Node's own start.
if (process.argv.length === 3 && process.argv[2] === '--version') {
  process.stdout.write(`${VERSION}\n`);
} else {
  const { main } = await import('./start.ts');
  await main();
}
