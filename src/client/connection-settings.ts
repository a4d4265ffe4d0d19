/** The current token, or a function that fetches it; called again once when the endpoint answers 401. */
export type AccessToken = string | (() => string | Promise<string>);

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
