/** Holds the token of a session. No `__Host-` before it: on a plain http address of the own network there is no Secure. */
export const SESSION_COOKIE = 'squero-session'

/** Set by proxy.ts on each request, whatever came with it: the path and query that were asked for. */
export const PATH_HEADER = 'x-squero-path'
