declare module '*/support-context.js?copy' {
  export * from '../../src/context/support-context.js';
}

declare module '*/page-context.js?copy' {
  export * from '../../src/context/page-context.js';
}
