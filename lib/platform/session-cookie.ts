import "server-only";
import { cookies } from "next/headers";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { sessionLimits } from "../registration/model.ts";
import { env } from "./env.ts";

/*
 * The only file that knows next-auth. It mints and reads the cookie; whether the session behind it stands is decided
 * in the database at every request (docs/adr/0005). An OIDC provider would join `providers` here.
 */

const secure = () => env().APP_URL.startsWith("https:");
const cookieName = () => (secure() ? "__Host-empalme" : "empalme");
const maxAge = sessionLimits(false).absoluteMs / 1000;

function options(token: string): NextAuthOptions {
  return {
    secret: env().EMPALME_SECRET,
    session: { strategy: "jwt", maxAge },
    useSecureCookies: secure(),
    cookies: {
      sessionToken: {
        name: cookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: secure() },
      },
    },
    providers: [CredentialsProvider({ credentials: {}, authorize: () => ({ id: token }) })],
  };
}

type Cookies = Record<string, string>;

interface Call {
  path: string[];
  method: "GET" | "POST";
  body: object;
  cookies: Cookies;
}

/** One call to next-auth's own handler, in process; the cookies it set, and its JSON answer. */
async function callNextAuth(token: string, { path, ...call }: Call) {
  process.env.NEXTAUTH_URL ??= env().APP_URL;
  const set: Cookies = {};
  let answer: unknown;
  const response = {
    status: () => response,
    getHeader: () => undefined,
    setHeader: (name: string, value: string | string[]) => {
      if (name.toLowerCase() !== "set-cookie") return response;
      for (const cookie of [value].flat()) {
        const [, key = "", text = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        set[key] = decodeURIComponent(text);
      }
      return response;
    },
    send: (sentBody: unknown) => void (answer = sentBody),
    json: (sentBody: unknown) => void (answer = sentBody),
    end: () => undefined,
  };
  const request = { ...call, query: { nextauth: path }, headers: {} };
  await NextAuth(request as never, response as never, options(token));
  return { set, answer };
}

/** Gives the browser the cookie of the session that `token` names. */
export async function setSessionCookie(token: string): Promise<void> {
  const csrf = await callNextAuth(token, { path: ["csrf"], method: "GET", body: {}, cookies: {} });
  const { csrfToken } = csrf.answer as { csrfToken: string };
  const body = { csrfToken, json: "true" };
  const { set } = await callNextAuth(token, {
    path: ["callback", "credentials"],
    method: "POST",
    body,
    cookies: csrf.set,
  });
  const value = set[cookieName()];
  if (!value) throw new Error("next-auth set no session cookie");
  const store = await cookies();
  store.set(cookieName(), value, { httpOnly: true, sameSite: "lax", path: "/", secure: secure(), maxAge });
}

/** The token in the browser's cookie, or null: no cookie, not ours, or its day is over. */
export async function sessionToken(): Promise<string | null> {
  const value = (await cookies()).get(cookieName())?.value;
  if (!value) return null;
  try {
    return (await decode({ token: value, secret: env().EMPALME_SECRET }))?.sub ?? null;
  } catch {
    return null;
  }
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete({ name: cookieName(), path: "/", secure: secure() });
}
