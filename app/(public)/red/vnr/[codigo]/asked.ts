import type { Context } from "@/lib/kernel/context";
import { currentEdition } from "@/lib/network/queries/editions";
import { vnrDetail } from "@/lib/network/queries/vnr";

const LONGEST = 200;

/** The code of an address with the edition that has it; null when there is none. */
export async function vnrAsked(ctx: Context, code: string) {
  if (code.length > LONGEST || /\p{Cc}/u.test(code)) return null;
  const edition = await currentEdition(ctx);
  const detail = edition && (await vnrDetail(ctx, edition, code));
  return detail && { edition, detail };
}
