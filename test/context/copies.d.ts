/** A second copy of a module, made by bundle-tests.mjs. */
declare module '*?copy';
