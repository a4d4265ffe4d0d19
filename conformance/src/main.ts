#!/usr/bin/env node
import { styleText } from 'node:util';
import { runProgram } from './program.js';

const isColoured = process.stdout.isTTY && !process.env['NO_COLOR'];

runProgram(process.argv.slice(2), {
  env: process.env,
  fetch: (request) => fetch(request),
  paint: (style, text) => (isColoured ? styleText(style, text) : text),
  print: (line) => console.log(line),
  warn: (line) => console.error(line),
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(
      'The check itself has failed, which is no word about the endpoint. Please report this:',
      error,
    );
    process.exitCode = 2;
  },
);
