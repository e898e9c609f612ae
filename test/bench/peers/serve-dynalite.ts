import { argv } from 'node:process';
import dynalite from 'dynalite';

const [, , path = '', port = ''] = argv;
dynalite({ path, createTableMs: 0 }).listen(Number(port), '127.0.0.1');
