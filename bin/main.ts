import { VERSION } from '../src/model/version.ts';

console.log(VERSION);
