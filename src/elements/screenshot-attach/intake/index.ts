export { decodeAgain } from './decode.js';
export { refusalText, remarkText, type Refusal, type RefusalCode } from './refusals.js';
export type { Remark } from './remark.js';
export { safeName } from './safe-name.js';
export { takeIn, type Accepted, type Limits, type PictureNote, type TakenIn } from './take-in.js';
