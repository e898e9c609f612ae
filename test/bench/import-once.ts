import { performance } from 'node:perf_hooks';
import { argv, exit, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';

// A process of its own for each sample: loads one bundle, says how many milliseconds that took, and ends.
const before = performance.now();
await import(pathToFileURL(argv[2] ?? '').href);
stdout.write(String(performance.now() - before));
exit(0);
