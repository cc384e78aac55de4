import { PageBody } from "@/components/ui/page-body";

/** What the calculator is compared with: a page that anyone may open, made for its request, in the layout of the others. */
export default function EmptyPublicPage() {
  return (
    <PageBody>
      <h1>Vacía</h1>
    </PageBody>
  );
}
