/** Headers that bin/web.ts writes over whatever came from outside: what pages may believe. */

/** Path and query asked for. */
export const REQUEST_PATH = "x-empalme-path";
/** Network address of whoever asked. */
export const CLIENT_ADDRESS = "x-forwarded-for";
/** Number of the request: on the answer and on its lines of the log. */
export const REQUEST_ID = "x-request-id";
