#!/usr/bin/env node
// Plain JavaScript that any Node can read: it says what is needed before anything needs it.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const runsTypeScript = major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);

if (runsTypeScript) {
  // Keeps what was compiled in the folder for temporary files: the next start takes half the time.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  const { main } = await import('./main.ts');
  await main(process.argv);
} else {
  process.stderr.write(
    `handrail needs Node 24 (or 22.18 and later); this is ${process.version}.\n` +
      'After "npm ci" in this folder, "npx handrail" and "npm start" use the Node 24 that comes with it.\n' +
      'Otherwise install Node 24 from https://nodejs.org and try again.\n',
  );
  process.exitCode = 2;
}
