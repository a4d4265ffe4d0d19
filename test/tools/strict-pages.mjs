/**
 * The policy under which every element must work. The runner's own page needs inline scripts and a web socket, so both are
 * allowed here; whole pages under the policy without these are in test/hosts.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self' ws:",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** Test files named `*.csp.test.ts` run on a page with the policy. */
export const strictPages = () => {
  let sessions;
  return {
    reporter: {
      start(run) {
        sessions = run.sessions;
      },
    },
    middleware(context, next) {
      const session = sessions?.get(context.query['wtr-session-id']);
      if (context.path === '/' && session?.testFile.endsWith('.csp.test.js'))
        context.set('Content-Security-Policy', policy);
      return next();
    },
  };
};
