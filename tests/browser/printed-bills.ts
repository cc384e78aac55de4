import { parse } from "csv-parse/sync";
import { demonstrationPackage } from "../../lib/demonstration/companies.ts";
import { civilDateAt } from "../../lib/kernel/civil-date.ts";

const files = demonstrationPackage(civilDateAt(new Date(), "America/Santiago"));
const rowsOf = (path: string): Record<string, string>[] =>
  parse(files.find((file) => file.path === path)?.content ?? "", { columns: true });

/** What the paper of the demonstration's supply says: its meter, and the totals of its last three bills, newest first. */
export function printedOn(supply: string) {
  const ofSupply = (path: string) => rowsOf(path).filter((row) => row["suministro"] === supply);
  const meter = ofSupply("medidores.csv").find((row) => row["retirado"] === "")?.["medidor"] ?? "";
  const totals = ofSupply("boletas.csv")
    .filter((row) => row["anulada"] === "" && Number(row["total"]) > 0)
    .sort((a, b) => String(b["periodo"]).localeCompare(String(a["periodo"])))
    .slice(0, 3)
    .map((row) => row["total"] ?? "");
  return { meter, totals };
}
