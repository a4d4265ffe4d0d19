/** Why the host is asked for a token. */
export interface TokenQuestion {
  /** The token that the endpoint no longer takes: another one is needed. Missing where any token that holds will do. */
  readonly refused?: string | undefined;
}

/**
 * The current token, or a function that fetches it. The function is called when there is no token yet, when the endpoint
 * has refused the last one, and when another person may have signed in; never while an earlier call is still under way.
 */
export type AccessToken = string | ((question: TokenQuestion) => string | Promise<string>);

/** How to reach an endpoint and who is calling. */
export interface ConnectionSettings {
  /** An absolute URL, or a path of the page's own host: `/api/support`. */
  readonly endpoint: string;
  readonly accessToken?: AccessToken | undefined;
  /** As in `fetch`: whether cookies go along. Default `same-origin`. */
  readonly credentials?: RequestCredentials | undefined;
  /** The cookie that holds the CSRF token, and the header that carries it. Default `XSRF-TOKEN` and `X-XSRF-TOKEN`. */
  readonly csrfCookie?: string | undefined;
  readonly csrfHeader?: string | undefined;
  /** Further headers of every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}
