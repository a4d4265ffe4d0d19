const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether what is said to an address crosses no network. */
export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.includes(hostname);
