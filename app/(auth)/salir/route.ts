import { publicContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { clearSessionCookie, sessionToken } from "@/lib/platform/session-cookie";
import { signOut } from "@/lib/registration/commands/sign-in";

/** A form's POST, not an action: the whole page is left, so that Back finds nothing in the browser's memory. */
export async function POST(): Promise<Response> {
  const token = await sessionToken();
  if (token) await signOut(publicContext(), token);
  await clearSessionCookie();
  return new Response(null, {
    status: 303,
    headers: { location: routes.home(), "clear-site-data": '"cache"', "cache-control": "no-store" },
  });
}
