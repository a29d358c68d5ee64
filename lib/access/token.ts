/** 32 random bytes in base64url. */
const TOKEN = /^[\w-]{43}$/

/** Whether a cookie could be one of ours at all: what is known before the database is asked. */
export const looksLikeToken = (token: string | undefined): token is string => token !== undefined && TOKEN.test(token)
