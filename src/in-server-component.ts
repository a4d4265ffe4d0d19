/** What a React server component gets in place of a module that registers elements: its bundle never reaches the browser. */
throw new Error(
  "visma-support-widgets registers its elements in the browser, so a server component can't import it: nothing would be shown. " +
    "Import it in a module that begins with 'use client', and load that module by dynamic(…, { ssr: false }). " +
    'docs/frameworks.md in the package has the whole recipe.',
);
export {};
