import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import type { Measure, Outcome } from "./measure.ts";
import { ROOT } from "./workspace.ts";

const RECORD = join(ROOT, "docs/performance.md");

/** Adds the figures, with the date and the machine, to the table of the section that bears the measure's name. */
export async function record({ name, goal }: Measure, { ratio, sides }: Outcome): Promise<void> {
  const text = readFileSync(RECORD, "utf8");
  const section = text.indexOf(`\n## ${name}\n`);
  const table = text.indexOf("\n|", section);
  if (section === -1 || table === -1) throw new Error(`${RECORD} has no table for ${name}`);
  const end = /\n(?!\|)/.exec(text.slice(table + 1))?.index;
  const at = end === undefined ? text.length : table + 1 + end;
  const processors = cpus();
  const machine = `${processors.length} × ${processors[0]?.model ?? "?"}, Node ${process.versions.node}`;
  const date = new Date().toISOString().slice(0, 10);
  const row = `\n| ${[date, ratio.toFixed(2), goal.toFixed(2), sides, machine].join(" | ")} |`;
  const options = await resolveConfig(RECORD);
  const written = await format(text.slice(0, at) + row + text.slice(at), { ...options, filepath: RECORD });
  writeFileSync(RECORD, written);
}
