export { decodeTo } from './decode.js';
export { catalogues } from './catalogues.js';
export { refusalText, type Refusal, type RefusalCode } from './refusals.js';
export { safeName } from './safe-name.js';
export { takeIn, type Accepted, type Limits, type TakenIn } from './take-in.js';
