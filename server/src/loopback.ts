const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether what is said to an address crosses no network. */
export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.includes(hostname);

/** Whether only this computer reaches what listens on a host. */
export const isLoopbackHost = (host: string): boolean =>
  host === '::1' || LOOPBACK.includes(host) || /^127(?:\.\d{1,3}){3}$/.test(host);
