export type { PictureNote } from '../entry.js';
export type { Accepted, ImportedFiles } from './accepted.js';
export { decodeAgain } from './decode.js';
export type { Limits } from './import-limits.js';
export type { Refusal, RefusalCode, Remark } from './refusal.js';
export { safeName } from './safe-name.js';
export { importFile } from './import-file.js';
