export type { PictureNote } from '../../../attachments/entry.js';
export type { Accepted, TakenIn } from './accepted.js';
export { decodeAgain } from './decode.js';
export type { Limits } from './limits.js';
export { refusalText, remarkText, type Refusal, type RefusalCode } from './refusals.js';
export type { Remark } from './remark.js';
export { safeName } from './safe-name.js';
export { takeIn } from './take-in.js';
