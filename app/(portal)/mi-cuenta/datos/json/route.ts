import { takenSupplies } from "@/lib/billing/taken-supplies";
import { usagePointInformation } from "@/lib/metering/queries";
import { portalContext } from "@/lib/platform/context";
import { bytesResponse } from "@/lib/platform/download";
import { heldData } from "../held-data";

/** Everything that is held about the person, for another program to read. */
export async function GET(): Promise<Response> {
  const ctx = await portalContext();
  const [held, taken] = await Promise.all([heldData(ctx), takenSupplies(ctx)]);
  const supplies = [];
  for (const supply of taken)
    supplies.push({ ...(await usagePointInformation(ctx, supply.number)), ...supply });
  const bytes = Buffer.from(JSON.stringify({ takenAt: ctx.now(), ...held, supplies }, null, 2));
  return bytesResponse(bytes, { type: "application/json", name: "mis-datos.json", how: "attachment" });
}
