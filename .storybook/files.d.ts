/** What the bundler makes of files that aren't TypeScript. */
declare module '*.css';

declare module '*?raw' {
  const text: string;
  export default text;
}

declare module '*.mdx' {
  const Page: () => unknown;
  export default Page;
}
