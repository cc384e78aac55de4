import { PageBody } from "@/components/ui/page-body";
import { portalContext } from "@/lib/platform/context";

/*
 * What the history page is compared with. "The same layout" is what everybody signed in gets on every page: the root
 * layout with its nonce, the portal's head and foot, the session checked in the database, the page's frame. The way to
 * the supply and its menu are not in it: the history page asks the database for what they say, so they count as its own.
 */
export default async function EmptyPage() {
  await portalContext();
  return (
    <PageBody>
      <h1>Vacía</h1>
    </PageBody>
  );
}
