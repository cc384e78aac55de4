import { notFound } from "next/navigation";
import type { Context } from "@/lib/kernel/context";
import { editionNumbered } from "@/lib/network/queries/editions";
import { editionNumber } from "@/lib/network/schema";

/** The edition of an address; whatever is none is a 404. */
export async function editionAsked(ctx: Context, edicion: string) {
  const number = editionNumber(edicion);
  const edition = number === null ? null : await editionNumbered(ctx, number);
  if (!edition) notFound();
  return edition;
}
